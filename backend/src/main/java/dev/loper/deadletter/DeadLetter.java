package dev.loper.deadletter;

import dev.loper.message.AccountId;
import dev.loper.message.ChannelKind;
import java.time.Instant;
import java.util.Map;

/// A message that could not be taken in.
///
/// @param reason   what is wrong, a sentence
/// @param attempts how often it was handed in again
/// @param headers  what its channel needs besides the bytes
/// @param size     of the message, in bytes
/// @param blob     where the message itself is
public record DeadLetter(String id, AccountId account, ChannelKind channel, Instant at, String reason, int attempts,
        Map<String, String> headers, int size, String blob) {}
