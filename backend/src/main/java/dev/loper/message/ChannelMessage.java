package dev.loper.message;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message as every channel hands it in: parsed, its signature checked, its addresses normalised, its HTML sanitised.
///
/// @param account    the account it came in on
/// @param providerId what makes it unique there: the provider's message id, a visitor's client id, or a mail's digest.
///                   A second message with the same id is a repeat.
/// @param from       the sender
/// @param fromName   the name the channel gave, empty if none
/// @param level      how far the channel vouches for the sender
/// @param to         our addresses and others it was sent to, as written
/// @param cc         copies, as written
/// @param sentAt     when the sender's side says it was sent
/// @param subject    mail only
/// @param text       the new words as plain text
/// @param html       the new words as sanitised HTML, if the channel had any
/// @param quote      the quoted history, folded on screen
/// @param hints      what may tell which topic it belongs to
/// @param automatic  written by a machine (RFC 3834): never answered automatically
/// @param company    who else takes part
public record ChannelMessage(AccountId account, ChannelKind channel, String providerId, ChannelAddress from,
        String fromName, Level level, List<String> to, List<String> cc, @Nullable Instant sentAt,
        @Nullable String subject, String text, @Nullable String html, @Nullable String quote,
        List<Attachment> attachments, ThreadingHints hints, boolean automatic, Company company) {

    public ChannelMessage(AccountId account, ChannelKind channel, String providerId, ChannelAddress from,
            String fromName, Level level, List<String> to, List<String> cc, @Nullable Instant sentAt,
            @Nullable String subject, String text, @Nullable String html, @Nullable String quote,
            List<Attachment> attachments, ThreadingHints hints, boolean automatic) {
        this(account, channel, providerId, from, fromName, level, to, cc, sentAt, subject, text, html, quote,
                attachments, hints, automatic, Company.NONE);
    }

    /// Who else takes part in what a message is about.
    ///
    /// @param participants others it was addressed to, none of them us: they may answer in its topic
    /// @param replyTo      where the sender wants answers, if elsewhere: nothing goes there without a person's yes
    public record Company(List<ChannelAddress> participants, @Nullable ChannelAddress replyTo) {

        public static final Company NONE = new Company(List.of(), null);
    }

    /// What a message says about the one it answers.
    ///
    /// @param replyTopic  the topic named by a valid reply token of ours
    /// @param references  ids it refers to, nearest first: In-Reply-To and References, or a quoted message
    /// @param ownId       the id by which others may refer to it, where that is not its provider id: a mail's Message-ID
    public record ThreadingHints(@Nullable TopicId replyTopic, List<String> references, @Nullable String ownId) {

        public static final ThreadingHints NONE = new ThreadingHints(null, List.of());

        public ThreadingHints(@Nullable TopicId replyTopic, List<String> references) {
            this(replyTopic, references, null);
        }

        public ThreadingHints {
            references = references.stream().limit(10).toList();
        }
    }

    /// The same message, of which is known which topic it belongs to.
    ///
    /// @param words its text without what told so
    public ChannelMessage in(TopicId topic, String words) {
        return new ChannelMessage(account, channel, providerId, from, fromName, level, to, cc, sentAt, subject, words,
                html, quote, attachments, new ThreadingHints(topic, hints.references(), hints.ownId()), automatic,
                company);
    }

    /// Within what its ids are unique.
    public AccountId scope() {
        return channel.scope(account);
    }
}
