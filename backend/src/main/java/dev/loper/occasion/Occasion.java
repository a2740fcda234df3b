package dev.loper.occasion;

import dev.loper.conversation.Conversation;
import dev.loper.message.CustomerId;
import dev.loper.message.TopicId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A day of a customer that comes.
///
/// @param kind  [dev.loper.fact.FactDay#BIRTHDAY] or [dev.loper.fact.FactDay#CUSTOMER_SINCE]
/// @param years how old they become, or for how long they are a customer; none if the year is not known
/// @param held  why nothing is sent now
/// @param done  who saw to it, if somebody did
record Occasion(Conversation conversation, CustomerId customer, String name, String kind, LocalDate date,
        @Nullable Integer years, @Nullable Held held, @Nullable Done done) {

    /// @param why   `complaint` or `late-promise`
    /// @param topic the matter it is about; none if another department has it
    record Held(String why, @Nullable TopicId topic, @Nullable String title) {}

    /// @param how `made` or `left`
    record Done(String by, String byName, Instant at, String how) {}
}
