package dev.loper.routing;

import dev.loper.message.ChannelKind;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How work is given out: the settings under `loper.assignment`.
///
/// @param capacity   topics of each channel that a person is given at a time
/// @param remembered for how long a customer goes to whoever helped them last, if they are here
@Validated
@ConfigurationProperties("loper.assignment")
record AssignmentProperties(@NotNull Map<ChannelKind, @Min(0) @Max(1000) Integer> capacity,
        @NotNull @DefaultValue("30d") Duration remembered) {

    private static final int OF_MOST_CHANNELS = 6;
    private static final Map<ChannelKind, Integer> USUAL = Map.of(ChannelKind.EMAIL, 12, ChannelKind.CHAT, 3,
            ChannelKind.VOICE, 1);

    AssignmentProperties(@Nullable Map<ChannelKind, Integer> capacity, @DefaultValue("30d") Duration remembered) {
        Map<ChannelKind, Integer> all = new EnumMap<>(ChannelKind.class);
        for (ChannelKind kind : ChannelKind.values()) {
            all.put(kind, Optional.ofNullable(capacity).map(given -> given.get(kind)).orElse(
                    USUAL.getOrDefault(kind, OF_MOST_CHANNELS)));
        }
        this.capacity = Map.copyOf(all);
        this.remembered = remembered;
    }
}
