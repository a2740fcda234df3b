package dev.loper.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How people get in and how long they stay: the settings under `loper.access`.
///
/// @param setupLinkLife  how long the one-time set-up link of a new installation is good for
/// @param invitationLife how long the link of an invitation is good for
/// @param auditKeep      about how many records of the audit are kept, the newest
@Validated
@ConfigurationProperties("loper.access")
record AccessProperties(@Valid @DefaultValue SignIn signIn, @Valid @DefaultValue Session session,
        @NotNull @DefaultValue("24h") Duration setupLinkLife,
        @NotNull @DefaultValue("7d") Duration invitationLife, @Min(1000) @DefaultValue("200000") int auditKeep) {

    /// Limits of guessing.
    ///
    /// @param perAccount attempts for one sign-in address from one network address in a window
    /// @param everywhere attempts for one sign-in address from all network addresses in a window
    /// @param perAddress attempts from one network address (IPv6: one /64) in a window; right ones are given back
    /// @param window     in which used-up attempts grow back, one after the other
    /// @param hashing    passwords checked at once; each takes 19 MiB and a core
    /// @param recorded   failed attempts a day that the audit tells of, so that a flood does not push out all else
    record SignIn(@Min(1) @DefaultValue("10") int perAccount, @Min(1) @DefaultValue("100") int everywhere,
            @Min(1) @DefaultValue("50") int perAddress, @Min(1) @DefaultValue("1000") int recorded,
            @NotNull @DefaultValue("10m") Duration window, @Min(1) @DefaultValue("4") int hashing) {}

    /// How long a sign-in lasts.
    ///
    /// @param idle     without a request
    /// @param absolute whatever happens
    record Session(@NotNull @DefaultValue("8h") Duration idle, @NotNull @DefaultValue("7d") Duration absolute) {}
}
