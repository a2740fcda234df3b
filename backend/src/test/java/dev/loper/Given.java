package dev.loper;

import dev.loper.message.AccountId;
import dev.loper.message.Attachment;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ChannelKind;
import dev.loper.message.ChannelMessage;
import dev.loper.message.ChannelMessage.Company;
import dev.loper.message.ChannelMessage.ThreadingHints;
import dev.loper.message.Level;
import dev.loper.message.TopicId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What tests begin with: a small cast of customers, and messages from them.
public final class Given {

    /// Ada writes by phone and by mail; Grace by phone.
    public static final ChannelAddress.Phone ADA = new ChannelAddress.Phone("+31612345601");
    public static final ChannelAddress.Email ADA_MAIL = new ChannelAddress.Email("ada@example.com");
    public static final ChannelAddress.Email BOB_MAIL = new ChannelAddress.Email("bob@example.com");
    public static final ChannelAddress.Phone GRACE = new ChannelAddress.Phone("+31612345602");
    public static final ChannelAddress.Visitor VISITOR = new ChannelAddress.Visitor("v-ada");

    private Given() {}

    public static Message sms() {
        return new Message(new AccountId("sms-main"), ChannelKind.SMS);
    }

    public static Message whatsapp(String number) {
        return new Message(new AccountId("whatsapp-main"), ChannelKind.WHATSAPP).from(
                new ChannelAddress.WhatsApp(number));
    }

    /// To another number of ours.
    public static Message to(String account, ChannelKind channel) {
        return new Message(new AccountId(account), channel);
    }

    public static Message chat(ChannelAddress.Visitor visitor) {
        return new Message(new AccountId("chat-web"), ChannelKind.CHAT).from(visitor);
    }

    public static Message mail() {
        return new Message(new AccountId("email-support"), ChannelKind.EMAIL).from(ADA_MAIL);
    }

    /// A message in the making; everything has a default.
    public static final class Message {

        private final AccountId account;
        private final ChannelKind channel;
        private ChannelAddress from = ADA;
        private String name = "";
        private Level level = Level.OBSERVED;
        private String id = UUID.randomUUID().toString();
        private String text = "My lamp has not arrived.";
        private @Nullable String subject;
        private ThreadingHints hints = ThreadingHints.NONE;
        private boolean automatic;
        private Company company = Company.NONE;
        private List<Attachment> files = List.of();
        private @Nullable Instant sentAt;

        private Message(AccountId account, ChannelKind channel) {
            this.account = account;
            this.channel = channel;
        }

        public Message from(ChannelAddress address) {
            this.from = address;
            return this;
        }

        public Message named(String senderName) {
            this.name = senderName;
            return this;
        }

        public Message claimed() {
            this.level = Level.CLAIMED;
            return this;
        }

        public Message id(String providerId) {
            this.id = providerId;
            return this;
        }

        public Message saying(String words) {
            this.text = words;
            return this;
        }

        public Message about(String mailSubject) {
            this.subject = mailSubject;
            return this;
        }

        public Message answering(String providerId) {
            this.hints = new ThreadingHints(null, List.of(providerId));
            return this;
        }

        public Message withReplyTokenOf(TopicId topic) {
            this.hints = new ThreadingHints(topic, List.of());
            return this;
        }

        /// Sent at a moment its provider names.
        public Message sent(Instant at) {
            this.sentAt = at;
            return this;
        }

        public Message automatic() {
            this.automatic = true;
            return this;
        }

        public Message alsoTo(ChannelAddress... others) {
            this.company = new Company(List.of(others), null);
            return this;
        }

        public Message with(Attachment... attachments) {
            this.files = List.of(attachments);
            return this;
        }

        public ChannelMessage build() {
            return new ChannelMessage(account, channel, id, from, name, level, List.of("us"), List.of(), sentAt,
                    subject,
                    text, null, null, files, hints, automatic, company);
        }
    }
}
