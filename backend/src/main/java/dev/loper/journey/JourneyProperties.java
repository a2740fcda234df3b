package dev.loper.journey;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// Settings of steps, under `loper.steps`.
///
/// @param keep       how long a visitor's steps are kept after the last of them
/// @param most       how many of a visitor, the newest
/// @param perMinute  batches of one visitor in a minute
/// @param perMinutePerAddress batches from one network address in a minute
/// @param perMinutePerAddressSize all of them together, in bytes
/// @param resumeLife how long a link to resume works
@Validated
@ConfigurationProperties("loper.steps")
record JourneyProperties(@NotNull @DefaultValue("30d") Duration keep, @Min(10) @Max(1000) @DefaultValue("200") int most,
        @Min(1) @DefaultValue("60") int perMinute, @Min(1) @DefaultValue("1200") int perMinutePerAddress,
        @NotNull @DefaultValue("4MB") DataSize perMinutePerAddressSize,
        @NotNull @DefaultValue("24h") Duration resumeLife) {}
