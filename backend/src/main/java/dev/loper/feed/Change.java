package dev.loper.feed;

import dev.loper.message.ConversationId;
import dev.loper.message.CustomerId;
import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import dev.loper.message.PersonId;
import dev.loper.message.PromiseId;
import dev.loper.message.TopicId;
import java.util.List;

/// Something that changed. It says what, not how: the current state is in the store.
public sealed interface Change {

    /// Its number in the feed.
    long sequence();

    /// A change in one conversation.
    sealed interface OfConversation extends Change {

        ConversationId conversation();
    }

    /// An entry is new, or its delivery or topic changed; its topic may have changed with it.
    ///
    /// @param entered the views the topic entered by it, or moved up in
    /// @param chat    whether it is a message of the chat
    record EntryChanged(long sequence, ConversationId conversation, HomeId home, TopicId topic, EntryId entry,
            List<String> entered, boolean chat) implements OfConversation {}

    /// A topic changed.
    ///
    /// @param entered the views it entered by it, or moved up in
    record TopicChanged(long sequence, ConversationId conversation, TopicId topic,
            List<String> entered) implements OfConversation {}

    /// A promise was made or changed.
    record PromiseChanged(long sequence, ConversationId conversation, TopicId topic,
            PromiseId promise) implements OfConversation {}

    /// A call began, rings at somebody's or nobody's phone, was answered, or is over.
    ///
    /// @param entry its entry; that it changed is told beside this
    record CallChanged(long sequence, ConversationId conversation, TopicId topic,
            EntryId entry) implements OfConversation {}

    /// Homes came to a conversation or left it, because customers were joined or taken apart: its timeline is another one,
    /// and it may be found in another conversation now.
    record HomesChanged(long sequence, ConversationId conversation) implements OfConversation {}

    /// A customer's name, details or identities changed.
    record CustomerChanged(long sequence, ConversationId conversation) implements OfConversation {}

    /// More is known of a customer, such as facts or steps; by name and identities they are who they were.
    record MoreKnown(long sequence, ConversationId conversation) implements OfConversation {}

    /// A day of a customer's came or went, somebody saw to it, or they complain: what is to be made of it may be another thing now.
    record OccasionChanged(long sequence, ConversationId conversation) implements OfConversation {}

    /// A customer was erased, with all that was said in these homes.
    record CustomerErased(long sequence, ConversationId conversation, CustomerId customer,
            List<HomeId> homes) implements OfConversation {}

    /// Somebody who works here changed: what they are called and do, or how they stand at the moment.
    record PersonChanged(long sequence, PersonId person) implements Change {}
}
