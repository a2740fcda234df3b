package dev.loper.routing;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// When the work of whoever is absent is taken over: the settings under `loper.cover`.
///
/// @param after after so long an absence their cover takes over the topics in which somebody waits, or something promised falls
///     due before they are back; 0 never
/// @param every how often it is looked again during an absence
/// @param batch topics moved at a time, before others get their turn
@Validated
@ConfigurationProperties("loper.cover")
record CoverProperties(@NotNull @DefaultValue("30m") Duration after, @NotNull @DefaultValue("1m") Duration every,
        @Min(1) @DefaultValue("50") int batch) {}
