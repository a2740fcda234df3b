package dev.loper.channel.webchat;

import dev.loper.channel.webchat.ChatFrames.FromVisitor;
import dev.loper.channel.webchat.ChatFrames.ToVisitor;
import dev.loper.message.EntryId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/// Frames as JSON text (RFC 8259).
@Component
class ChatJson {

    private final JsonMapper mapper = JsonMapper.builder(
            JsonFactory.builder().streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(5).build()).build()).disable(
                            MapperFeature.ALLOW_COERCION_OF_SCALARS).addModule(
                                    new SimpleModule().addSerializer(EntryId.class,
                                            ToStringSerializer.instance)).build();

    /// @throws BadFrameException if it is not a frame we know
    FromVisitor read(String text) {
        try {
            @Nullable
            FromVisitor frame = mapper.readValue(text, FromVisitor.class);
            if (frame == null) {
                throw new BadFrameException("The frame is null.");
            }
            return frame;
        } catch (JacksonException e) {
            throw new BadFrameException("The frame is not one we know.", e);
        }
    }

    String write(ToVisitor frame) {
        return mapper.writerFor(ToVisitor.class).writeValueAsString(frame);
    }
}
