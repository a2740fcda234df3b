package dev.loper.channel.twilio;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A message as Twilio tells of it, its signature checked.
///
/// @param sentAt when it was sent, if known: a webhook does not say, the message log does
public record TwilioWebhook(TwilioAccount account, TwilioForm form, @Nullable Instant sentAt) {}
