package dev.loper.promise;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Settings of promises, under `loper.promise`.
///
/// @param soon    how long before its moment a promise is due soon
/// @param notice  how long before its moment the customer hears that it will be missed
/// @param longest how far ahead one can be made
/// @param zone    the IANA zone of customers whose own is not known
@Validated
@ConfigurationProperties("loper.promise")
record PromiseProperties(@NotNull @DefaultValue("30m") Duration soon, @NotNull @DefaultValue("10m") Duration notice,
        @NotNull @DefaultValue("90d") Duration longest, @NotNull @DefaultValue("Europe/Amsterdam") ZoneId zone) {}
