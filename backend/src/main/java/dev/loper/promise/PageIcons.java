package dev.loper.promise;

import dev.loper.message.ChannelKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// The glyphs of channels on customers' pages (`promise/icons/*.svg`): in the page itself, so that a phone fetches nothing more.
final class PageIcons {

    private static final Map<ChannelKind, String> ICONS = Arrays.stream(ChannelKind.values()).collect(
            Collectors.toUnmodifiableMap(channel -> channel, PageIcons::read));

    private PageIcons() {}

    static String of(ChannelKind channel) {
        return Objects.requireNonNull(ICONS.get(channel));
    }

    private static String read(ChannelKind channel) {
        String name = "/promise/icons/" + channel.wire() + ".svg";
        try (InputStream file = Objects.requireNonNull(PageIcons.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
