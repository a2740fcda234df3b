package dev.loper.channel.webchat;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// What visitors of one account may do at the most. An address stands for an office too: its limits are wide.
///
/// @param connectionsPerAddress windows open at once from one network address (IPv6: one /64)
/// @param connectionsPerVisitor windows open at once of one visitor
/// @param connectsPerMinute     windows opened from one address in a minute
/// @param framesPerMinute       frames of any kind from one window in a minute
/// @param messagesPerMinute     messages of one visitor in a minute
/// @param messagesPerMinutePerAddress messages from one address in a minute
/// @param uploadsPerMinute      files of one visitor in a minute
/// @param uploadsPerMinutePerAddress  files from one address in a minute
/// @param uploadedPerHourPerAddress bytes of all files from one address in an hour
/// @param fileSize              bytes of one file
/// @param filesPerMessage       files with one message
/// @param linkLife              how long the link to an attachment works
record ChatLimits(@Min(1) @DefaultValue("100") int connectionsPerAddress,
        @Min(1) @DefaultValue("10") int connectionsPerVisitor, @Min(1) @DefaultValue("300") int connectsPerMinute,
        @Min(10) @DefaultValue("600") int framesPerMinute, @Min(1) @DefaultValue("60") int messagesPerMinute,
        @Min(1) @DefaultValue("1200") int messagesPerMinutePerAddress,
        @Min(1) @DefaultValue("20") int uploadsPerMinute, @Min(1) @DefaultValue("200") int uploadsPerMinutePerAddress,
        @NotNull @DefaultValue("1GB") DataSize uploadedPerHourPerAddress,
        @NotNull @DefaultValue("10MB") DataSize fileSize, @Min(0) @Max(50) @DefaultValue("10") int filesPerMessage,
        @NotNull @DefaultValue("4h") Duration linkLife) {

    /// The largest frame, in bytes of UTF-8.
    static final int FRAME = 64 * 1024;
    /// The longest message, in UTF-16 units, as a browser counts.
    static final int TEXT = 8000;
}
