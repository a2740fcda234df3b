package dev.loper.channel.email;

import dev.loper.message.EntryId;
import dev.loper.message.TopicId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How we recognise what we wrote: the Message-ID `entry.token@host` and the address `name+r.token@host` of our mails.
final class OurMail {

    private static final Pattern MESSAGE_ID = Pattern.compile("[A-Za-z0-9_-]{1,80}\\.([0-9a-vA-V]{17,200})@[^@\\s]+");
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]{1,60}\\+r\\.([0-9a-vA-V]{17,60})@[^@\\s]+");
    private static final int MAX_LOCAL_PART = 64;

    private final ReplyTokens tokens;

    OurMail(ReplyTokens tokens) {
        this.tokens = tokens;
    }

    /// The Message-ID of an answer, without angle brackets. It depends on the answer alone: a repeat has the same.
    String messageId(EntryId entry, TopicId topic, String domain) {
        return entry.value().replaceAll("[^A-Za-z0-9_-]", "_") + "." + tokens.token(topic) + "@" + domain;
    }

    /// The address answers should go to: ours with the token, or ours alone if that would be too long.
    String replyAddress(String address, TopicId topic) {
        int at = address.lastIndexOf('@');
        String local = address.substring(0, at) + "+r." + tokens.token(topic);
        return local.length() > MAX_LOCAL_PART ? address : local + address.substring(at);
    }

    /// The topic a Message-ID belongs to, if the mail is ours.
    Optional<TopicId> topicOfMessageId(String messageId) {
        return topic(MESSAGE_ID, messageId);
    }

    /// The topic an address belongs to, if it carries a token of ours.
    Optional<TopicId> topicOfAddress(String address) {
        return topic(ADDRESS, address);
    }

    private Optional<TopicId> topic(Pattern form, String text) {
        Matcher matcher = form.matcher(text);
        return matcher.matches() ? tokens.topic(matcher.group(1)) : Optional.empty();
    }
}
