package dev.loper.blob;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// The virus scanner that looks at every file.
///
/// @param clamd   where ClamAV's daemon listens, as `host:port`; empty: nobody scans
/// @param timeout how long a file may take; afterwards it is kept as one the scanner could not look at. Fetching a picture
///     and looking at it have five seconds together: Twilio waits for the answer
@Validated
@ConfigurationProperties("loper.scanner")
record ScannerProperties(
        @NotNull @Pattern(regexp = "|[^:\\s]+:\\d{1,5}", message = "must be host:port") @DefaultValue("") String clamd,
        @NotNull @DurationMin(millis = 1) @DefaultValue("2s") Duration timeout) {

    InetSocketAddress address() {
        int colon = clamd.lastIndexOf(':');
        return InetSocketAddress.createUnresolved(clamd.substring(0, colon), Integer.parseInt(clamd.substring(colon
                + 1)));
    }
}
