package dev.loper.conversation;

import org.jspecify.annotations.Nullable;

/// The part of an entry that may change; the scripts write it.
///
/// @param kind       `in`, `out`, `note` or `system`
/// @param call       how far a call is
/// @param reason     which rule put it into its topic
/// @param delivery   how far an answer got
/// @param at         when it got there, milliseconds since 1970
/// @param why        why it failed or waits
/// @param due        when it leaves: until then it can be taken back, unless an attempt was made
/// @param attempts   how many attempts were made
/// @param promise    the promise it says, or tells of
/// @param providerId the id the provider gave the answer
/// @param carried    the message that carried it on where the customer reads, since nobody read it where it was
/// @param names      the topic of another customer that it answers, although its sender takes no part in it
record EntryState(String topic, String kind, @Nullable String reason, @Nullable String delivery, @Nullable Long at,
        @Nullable String why, @Nullable Long due, @Nullable Integer attempts, @Nullable String providerId,
        @Nullable String promise, @Nullable String carried, @Nullable Named names, @Nullable CallState call) {

    record Named(String topic, String conversation) {}
}
