package dev.loper.journey;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How often visitors are invited to chat, under `loper.triggers`: whatever triggers there are, all of them together.
///
/// @param perDay   invitations of one visitor within 24 hours
/// @param perMonth within 30 days
/// @param rest     how long whoever waved one away is left alone
/// @param life     how long an invitation waits for the page to ask for it
@Validated
@ConfigurationProperties("loper.triggers")
record TriggerProperties(@Min(0) @Max(20) @DefaultValue("1") int perDay,
        @Min(0) @Max(100) @DefaultValue("3") int perMonth, @NotNull @DefaultValue("30d") Duration rest,
        @NotNull @DefaultValue("10m") Duration life) {}
