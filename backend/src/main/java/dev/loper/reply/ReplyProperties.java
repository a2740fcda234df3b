package dev.loper.reply;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// Settings of answering, under `loper.reply`.
///
/// @param undo       how long an answer can be taken back before it leaves
/// @param attachment bytes of one file at the most
@Validated
@ConfigurationProperties("loper.reply")
record ReplyProperties(@NotNull @DefaultValue("5s") Duration undo,
        @NotNull @DefaultValue("25MB") DataSize attachment) {}
