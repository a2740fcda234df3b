package dev.loper.feed;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How much of the feed is kept: the settings under `loper.feed`.
///
/// @param keep how long a change is kept
/// @param most changes at the most, however young
@Validated
@ConfigurationProperties("loper.feed")
record FeedProperties(@NotNull @DefaultValue("24h") Duration keep, @Min(1000) @DefaultValue("2000000") long most) {}
