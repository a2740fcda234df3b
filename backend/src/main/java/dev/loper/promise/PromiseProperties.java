package dev.loper.promise;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Settings of promises, under `loper.promise`.
///
/// @param soon    how long before its moment a promise is due soon
/// @param notice  how long before its moment the customer hears that it will be missed; of opening hours, if those are over before
/// @param longest how far ahead one can be made
/// @param zone    the IANA zone of customers whose own is not known
/// @param escalate after how long being late somebody else is told: first the owner by mail, then those who look after
///     the queue
/// @param gather for how long what somebody is to be told of late promises is gathered before it is mailed to them
/// @param quietFrom from when on, by the customer's clock, they hear of a promise on its own channel only
/// @param quietUntil until when
/// @param pagePerHour how often a promise's page may ask for something: add, or another channel
/// @param pageLife how long after a promise was closed its page can still be opened
/// @param questionTime in how much working time a colleague is to answer what no promise depends on, if whoever asks says nothing
/// @param questionLife how long after its moment the page of a colleague request can still be opened
@Validated
@ConfigurationProperties("loper.promise")
record PromiseProperties(@NotNull @DefaultValue("30m") Duration soon, @NotNull @DefaultValue("10m") Duration notice,
        @NotNull @DefaultValue("90d") Duration longest, @NotNull @DefaultValue("Europe/Amsterdam") ZoneId zone,
        @NotNull @DefaultValue({
                "15m", "1h", "4h"}) List<Duration> escalate,
        @NotNull @DefaultValue("1m") Duration gather,
        @NotNull @DefaultValue("21:00") LocalTime quietFrom, @NotNull @DefaultValue("08:00") LocalTime quietUntil,
        @Min(1) @DefaultValue("20") int pagePerHour, @NotNull @DefaultValue("90d") Duration pageLife,
        @NotNull @DefaultValue("8h") Duration questionTime, @NotNull @DefaultValue("30d") Duration questionLife) {

    public PromiseProperties {
        escalate = List.copyOf(escalate);
    }
}
