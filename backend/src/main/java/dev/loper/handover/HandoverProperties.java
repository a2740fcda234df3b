package dev.loper.handover;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Settings of handovers, under `loper.handover`.
///
/// @param linkLife    how long a link or a text is good for
/// @param writtenLife how long an answer to what we wrote counts as an arrival
/// @param unread      after how long an answer in chat that nobody has received goes on elsewhere
/// @param kept        how long one that ended is kept, with what found it
/// @param zone        the IANA zone of customers whose own is not known
@Validated
@ConfigurationProperties("loper.handover")
record HandoverProperties(@NotNull @DefaultValue("24h") Duration linkLife,
        @NotNull @DefaultValue("14d") Duration writtenLife, @NotNull @DefaultValue("5m") Duration unread,
        @NotNull @DefaultValue("30d") Duration kept,
        @NotNull @DefaultValue("Europe/Amsterdam") ZoneId zone, @NotNull @Valid @DefaultValue Code code,
        @NotNull @Valid @DefaultValue Letters letters) {

    /// Spoken codes. What these numbers come to stands in `docs/handover.md`.
    ///
    /// @param life         how long one is good for
    /// @param triesPerCall wrong ones in one call
    /// @param perWindow    wrong ones on one account within ten minutes
    /// @param perDay       wrong ones on one account within a day
    record Code(@NotNull @DefaultValue("10m") Duration life, @Min(1) @Max(10) @DefaultValue("3") int triesPerCall,
            @Min(1) @DefaultValue("10") int perWindow, @Min(1) @DefaultValue("100") int perDay) {}

    /// Letters to addresses that visitors only typed.
    ///
    /// @param perAddress of one address at first; one grows back a day
    /// @param perHour    of one chat account to all of them
    record Letters(@Min(1) @DefaultValue("3") int perAddress, @Min(1) @DefaultValue("100") int perHour) {}
}
