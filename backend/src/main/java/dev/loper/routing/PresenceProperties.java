package dev.loper.routing;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// When somebody counts as away or gone: the settings under `loper.presence`.
///
/// @param idle  without input for so long, whoever is online is away by itself; 0 never
/// @param lapse so long after the last screen was seen, its person is offline; reloading a page takes less
@Validated
@ConfigurationProperties("loper.presence")
record PresenceProperties(@NotNull @DefaultValue("10m") Duration idle, @NotNull @DefaultValue("20s") Duration lapse) {}
