package dev.loper.channel;

import dev.loper.message.AccountId;
import dev.loper.message.Attachment;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ConversationId;
import dev.loper.message.EntryId;
import dev.loper.message.TopicId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An answer on its way out.
///
/// @param entry      the entry it is; unique, so it can serve as the key of an idempotent send
/// @param to         the customer's address
/// @param alsoTo     whom it is addressed to as well, mail only
/// @param cc         who gets a copy, mail only
/// @param subject    mail only; none continues the thread's subject
/// @param html       sanitised HTML, if written so
/// @param quote      the history to put below a mail, its lines marked with `>`, if the agent chose so
/// @param inReplyTo  the provider's id of the customer's last message in this topic on this account, if any
/// @param references provider ids of the thread so far, oldest first (mail: without angle brackets)
/// @param authorName the name the customer sees; empty if a machine wrote it
/// @param queuedAt   when the agent sent it
public record OutboundMessage(EntryId entry, AccountId account, ConversationId conversation, TopicId topic,
        ChannelAddress to, List<String> alsoTo, List<String> cc, @Nullable String subject, String text,
        @Nullable String html, @Nullable String quote, List<Attachment> attachments, @Nullable String inReplyTo,
        List<String> references, String authorName, Instant queuedAt) {

    /// An answer to one person, and copies of it.
    public OutboundMessage(EntryId entry, AccountId account, ConversationId conversation, TopicId topic,
            ChannelAddress to, List<String> cc, @Nullable String subject, String text, @Nullable String html,
            @Nullable String quote, List<Attachment> attachments, @Nullable String inReplyTo, List<String> references,
            String authorName, Instant queuedAt) {
        this(entry, account, conversation, topic, to, List.of(), cc, subject, text, html, quote, attachments,
                inReplyTo, references, authorName, queuedAt);
    }
}
