package dev.loper.push;

import dev.loper.Days;
import dev.loper.Given;
import dev.loper.channel.SendResult;
import dev.loper.conversation.Appended;
import dev.loper.conversation.Conversation;
import dev.loper.conversation.Conversations;
import dev.loper.conversation.Entry;
import dev.loper.conversation.EntryBody;
import dev.loper.conversation.EntryMover;
import dev.loper.conversation.EntryWriter;
import dev.loper.conversation.InboundStore;
import dev.loper.conversation.Timeline;
import dev.loper.conversation.Topic;
import dev.loper.conversation.TopicCommands;
import dev.loper.conversation.Topics;
import dev.loper.customer.CustomerDetails;
import dev.loper.customer.Customers;
import dev.loper.message.AccountId;
import dev.loper.message.Author;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ConversationId;
import dev.loper.message.Delivery;
import dev.loper.message.Level;
import dev.loper.message.PersonId;
import dev.loper.message.TopicId;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisStore;
import dev.loper.reply.OutboundQueue;
import dev.loper.reply.OutboundQueue.Claim;
import dev.loper.reply.OutboundQueue.Job;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/// What may happen to a few conversations: customers write, people answer, take back, assign, resolve, move, snooze.
final class History {

    private static final AccountId SMS = new AccountId("sms-main");
    private static final List<String> PEOPLE = List.of("lotte", "bram", "fatima");

    private final PushNode node;
    private final Random random;
    private final OutboundQueue queue;
    private final List<ChannelAddress.Phone> customers = new ArrayList<>();
    private final List<ConversationId> conversations = new ArrayList<>();
    private int step;

    History(PushNode node, Random random, int customers) {
        this.node = node;
        this.random = random;
        this.queue = new OutboundQueue(node.bean(RedisStore.class), node.bean(RedisKeys.class), Clock.systemUTC(),
                Days.UTC);
        for (int i = 0; i < customers; i++) {
            ChannelAddress.Phone address = PushTest.stranger();
            this.customers.add(address);
            conversations.add(says(address).conversation());
        }
    }

    List<ConversationId> conversations() {
        return conversations;
    }

    /// One thing happens.
    void step() {
        step++;
        Conversation conversation = node.bean(Conversations.class).find(any(conversations)).orElseThrow();
        Topic topic = any(node.bean(Topics.class).of(conversation.id()));
        TopicCommands commands = node.bean(TopicCommands.class);
        switch (random.nextInt(16)) {
            case 0, 1, 2, 3 -> says(any(customers));
            case 4, 5, 6 -> answer(conversation, topic);
            case 7, 8 -> send();
            case 9 -> withdraw(conversation);
            case 10 -> node.bean(EntryWriter.class).note(conversation, topic.id(), somebody(), "Note " + step, id());
            case 11 -> {
                PersonId person = new PersonId(any(PEOPLE));
                commands.assign(conversation, topic, person, person.value(), somebody());
            }
            case 12 -> commands.unassign(conversation, topic.id(), somebody());
            case 13 -> resolveOrReopen(conversation, topic, commands);
            case 14 -> move(conversation, topic);
            default -> rename(conversation, topic, commands);
        }
    }

    private Appended.Stored says(ChannelAddress.Phone from) {
        return (Appended.Stored) node.bean(InboundStore.class).append(Given.sms().from(from).saying("Message "
                + step).build());
    }

    private void answer(Conversation conversation, Topic topic) {
        EntryBody body = new EntryBody("message", "sms", SMS.value(), "out", null, List.of("+316"), List.of(), null,
                "Answer " + step, null, null, somebody(), null, List.of(), null, id(), null, "phone:+316", null, null);
        node.bean(EntryWriter.class).answer(new EntryWriter.Answer(conversation, conversation.homes().getFirst(),
                topic.id(), body, null, random.nextBoolean() ? Duration.ZERO : Duration.ofHours(1)));
    }

    /// An attempt is made for whatever is due.
    private void send() {
        queue.due(SMS, 1).forEach(job -> {
            if (queue.claim(job) instanceof Claim.Send claim) {
                queue.finish(job, claim.attempt(), random.nextInt(3) == 0
                        ? new SendResult.Failed("unreachable")
                        : new SendResult.Sent(id(), Delivery.SENT), SMS, Duration.ZERO);
            }
        });
    }

    private void withdraw(Conversation conversation) {
        node.bean(Timeline.class).page(conversation, null, null, 50).stream().filter(
                entry -> entry.delivery() == Delivery.QUEUED).findFirst().ifPresent(
                        entry -> queue.withdraw(
                                new Job(SMS, entry.home(), entry.id()), entry.topic()));
    }

    private void resolveOrReopen(Conversation conversation, Topic topic, TopicCommands commands) {
        switch (topic.status()) {
            case OPEN -> {
                if (random.nextBoolean()) {
                    commands.resolve(conversation, topic.id(), somebody());
                } else {
                    commands.snooze(conversation, topic.id(), Clock.systemUTC().instant().plusSeconds(86_400),
                            somebody());
                }
            }
            case SNOOZED, RESOLVED -> commands.reopen(conversation, topic.id(), somebody());
        }
    }

    private void move(Conversation conversation, Topic topic) {
        List<Entry> entries = node.bean(Timeline.class).page(conversation, null, null, 20).stream().filter(
                entry -> entry.body().type().equals("message")).toList();
        TopicId to = random.nextInt(4) == 0 ? null : topic.id();
        node.bean(EntryMover.class).move(conversation, any(entries).id(), to, null);
    }

    private void rename(Conversation conversation, Topic topic, TopicCommands commands) {
        if (random.nextBoolean()) {
            commands.rename(conversation, topic.id(), "Title " + step, somebody());
        } else {
            node.bean(CustomerDetails.class).told(node.bean(Customers.class).identity(any(customers),
                    Level.OBSERVED).orElseThrow(), "Name " + step, null, "nl");
        }
    }

    private Author somebody() {
        String person = any(PEOPLE);
        return new Author(Author.Kind.AGENT, person, person);
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
