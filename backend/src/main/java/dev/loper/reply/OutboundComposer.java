package dev.loper.reply;

import dev.loper.channel.OutboundMessage;
import dev.loper.conversation.Conversation;
import dev.loper.conversation.Conversations;
import dev.loper.conversation.Entry;
import dev.loper.conversation.EntryBody;
import dev.loper.conversation.Timeline;
import dev.loper.conversation.Topics;
import dev.loper.customer.Customers;
import dev.loper.customer.Identity;
import dev.loper.message.AccountId;
import dev.loper.message.Author;
import dev.loper.message.ChannelAddress;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes of a queued answer what a channel sends: its words, where to, and what it answers.
@Component
public class OutboundComposer {

    private static final int THREAD = 30;

    private final Topics topics;
    private final Conversations conversations;
    private final Timeline timeline;
    private final Customers customers;

    OutboundComposer(Topics topics, Conversations conversations, Timeline timeline, Customers customers) {
        this.topics = topics;
        this.conversations = conversations;
        this.timeline = timeline;
        this.customers = customers;
    }

    /// @return empty if the answer, its conversation or its address is gone
    public Optional<OutboundMessage> compose(OutboundQueue.Job job) {
        return timeline.find(job.home(), job.entry()).flatMap(
                entry -> topics.find(entry.topic()).flatMap(topic -> conversations.find(topic.conversation())).flatMap(
                        conversation -> compose(job, conversation, entry)));
    }

    private Optional<OutboundMessage> compose(OutboundQueue.Job job, Conversation conversation, Entry entry) {
        EntryBody body = entry.body();
        String address = body.address();
        if (address == null) {
            return Optional.empty();
        }
        List<Entry> thread = timeline.page(conversation, entry.id(), entry.topic(), THREAD).stream().filter(
                other -> sameAccount(other, job.account())).toList();
        String inReplyTo = thread.stream().filter(other -> "in".equals(other.body().direction())).findFirst().map(
                OutboundComposer::reference).orElse(null);
        List<String> references = thread.reversed().stream().flatMap(
                other -> Stream.ofNullable(reference(other))).toList();
        String subject = body.subject() != null
                ? body.subject()
                : thread.stream().map(other -> other.body().subject()).filter(Objects::nonNull).findFirst().orElse(
                        null);
        return customers.byField(address).map(known -> addressee(known, body)).or(() -> claimed(address)).map(
                to -> new OutboundMessage(entry.id(), job.account(), conversation.id(), entry.topic(), to,
                        others(body, to), body.cc(), subject, body.text(), body.html(), body.quote(),
                        body.attachments(), inReplyTo,
                        references, name(body.author()), entry.at()));
    }

    /// What a machine writes bears nobody's name, so that channels can tell it from what a person does.
    private static String name(Author author) {
        return author.kind() == Author.Kind.AGENT ? author.name() : "";
    }

    /// The customer's address, unless a person sent it elsewhere, where the customer asked for answers.
    private static ChannelAddress addressee(Identity known, EntryBody body) {
        boolean there = body.to().isEmpty() || body.to().contains(known.address().value());
        return there ? known.address() : ChannelAddress.of(known.address().kind(), body.to().getFirst());
    }

    /// An address that was only typed is in no index: it threads nothing, but can be written to.
    private static Optional<ChannelAddress> claimed(String address) {
        return Identity.claimed(address);
    }

    private static List<String> others(EntryBody body, ChannelAddress addressee) {
        return body.to().stream().filter(address -> !address.equals(addressee.value())).toList();
    }

    private static boolean sameAccount(Entry entry, AccountId account) {
        return account.value().equals(entry.body().account());
    }

    /// The id by which others refer to it.
    private static @Nullable String reference(Entry entry) {
        String own = entry.body().reference();
        return own == null ? entry.providerId() : own;
    }
}
