package dev.loper.handover;

import dev.loper.conversation.Conversation;
import dev.loper.conversation.Conversations;
import dev.loper.conversation.EntryBody;
import dev.loper.conversation.EntryWriter;
import dev.loper.conversation.Fingerprint;
import dev.loper.conversation.RandomIds;
import dev.loper.conversation.Said;
import dev.loper.customer.Identity;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ConversationId;
import dev.loper.message.HomeId;
import dev.loper.message.Level;
import dev.loper.message.TopicId;
import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import dev.loper.redis.Timer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes handovers: each change is one script, together with what is said of it.
@Component
class RedisHandoverWriter {

    private static final LuaScript OFFER = LuaScript.load("handover-offer");
    private static final LuaScript ARRIVE = LuaScript.load("handover-arrive");
    private static final LuaScript END = LuaScript.load("handover-end");
    private static final LuaScript FORGET = LuaScript.load("handover-forget");
    private static final int TRIES = 8;

    private final RedisStore store;
    private final RedisKeys keys;
    private final Said said;
    private final RedisHandovers handovers;
    private final Conversations conversations;
    private final HandoverProperties settings;

    RedisHandoverWriter(RedisStore store, RedisKeys keys, Said said, RedisHandovers handovers,
            Conversations conversations, HandoverProperties settings) {
        this.store = store;
        this.keys = keys;
        this.said = said;
        this.handovers = handovers;
        this.conversations = conversations;
        this.settings = settings;
    }

    /// Says it to the customer and records it. It does not end their wait: an offer is no answer.
    Said.Reply offer(EntryWriter.Answer words, NewHandover offer) {
        return said.answer(words, (saying, facts) -> {
            facts.remove("take");
            facts.put("waits", true);
            return offer(saying, facts, words.topic(), words.body(), offer);
        });
    }

    /// Records it, with a line on the timeline.
    Said.Reply offer(Conversation conversation, TopicId topic, EntryBody line, NewHandover offer) {
        return said.inside(conversation, topic, "system", line,
                (saying, facts) -> offer(saying, facts, topic, line, offer));
    }

    private List<Object> offer(List<String> saying, Map<String, Object> facts, TopicId topic, EntryBody body,
            NewHandover offer) {
        facts.put("offer", offer.facts());
        // What proves it is another with every request; what was asked for is not.
        facts.put("print", Fingerprint.of("handover", topic.value(), offer.to().wire(), offer.address()));
        HomeId carried = Optional.ofNullable(offer.carried().home()).orElseGet(() -> new HomeId("none"));
        List<String> all = new ArrayList<>(saying);
        all.addAll(List.of(keys.of(Family.HANDOVERS), keys.of(Family.HANDOVER_TOKENS), keys.of(Family.HANDOVER_CODES),
                keys.topicHandovers(topic), keys.handoverFigures(offer.day()), keys.states(carried)));
        return store.run(OFFER, all, List.of(RedisJson.write(facts), RedisJson.write(body)));
    }

    /// Who arrives, and where.
    ///
    /// @param from  the address they come from; none if nobody knows it
    /// @param apart whether that address stays the customer's it is now: they only take part in the topic
    /// @param sent  when the message was sent by which they arrive, if its provider said so
    record Arriving(@Nullable ChannelAddress from, boolean apart, EntryBody line, @Nullable Instant sent) {}

    Said.Reply arrive(Handover handover, Place place, Arriving who) {
        return said.inside(place.conversation(), handover.topic(), "system", who.line(), (saying, facts) -> {
            String customer = conversations.find(new ConversationId(String.valueOf(facts.get("conversation")))).map(
                    found -> found.customer().value()).orElse("");
            ending(handover, facts);
            facts.put("customer", customer);
            facts.put("account", handover.account().value());
            facts.put("channel", handover.to().wire());
            ChannelAddress from = who.from();
            if (from != null) {
                facts.put("identity", Identity.field(from, Level.OBSERVED));
                facts.put("newHome", "h" + RandomIds.next());
            }
            if (who.sent() != null) {
                facts.put("sent", who.sent().toEpochMilli());
            }
            flag(facts, "apart", who.apart());
            flag(facts, "shown", handover.shown());
            flag(facts, "sees", from instanceof ChannelAddress.Visitor);
            if (handover.how() == How.PAGE || handover.how() == How.TEXT || handover.reserved()) {
                facts.put("greet", Arrivals.GREETED_AFTER.toMillis());
            }
            List<String> all = endingKeys(handover, saying);
            all.add(keys.of(Family.IDENTITIES));
            all.add(keys.customer(new dev.loper.message.CustomerId(customer)));
            return store.run(ARRIVE, all, List.of(RedisJson.write(facts), RedisJson.write(who.line())));
        });
    }

    /// Ends it as declined or revoked, with a line on the timeline.
    Said.Reply end(Handover handover, Conversation conversation, HandoverState state, EntryBody line) {
        return said.inside(conversation, handover.topic(), "system", line, (saying, facts) -> {
            ending(handover, facts);
            facts.put("state", state.wire());
            return store.run(END, endingKeys(handover, saying),
                    List.of(RedisJson.write(facts), RedisJson.write(line)));
        });
    }

    /// Lets it expire, as its timer asks.
    Said.Reply expire(Handover handover, Conversation conversation, EntryBody unsaid, String version) {
        return quietly(handover, conversation, HandoverState.EXPIRED, unsaid,
                Map.of("version", Long.parseLong(version)));
    }

    /// Takes one back that the customer needs no more.
    Said.Reply spare(Handover handover, Conversation conversation, EntryBody unsaid) {
        return quietly(handover, conversation, HandoverState.REVOKED, unsaid, Map.of());
    }

    private Said.Reply quietly(Handover handover, Conversation conversation, HandoverState state, EntryBody unsaid,
            Map<String, Object> more) {
        return said.inside(conversation, handover.topic(), "system", unsaid, (saying, facts) -> {
            facts.remove("kind");
            ending(handover, facts);
            facts.put("state", state.wire());
            facts.putAll(more);
            return store.run(END, endingKeys(handover, saying),
                    List.of(RedisJson.write(facts), RedisJson.write(unsaid)));
        });
    }

    /// Forgets one that ended, as its timer asks, wherever its topic is by now.
    void forget(Handover handover, Timer timer) {
        Optional<Handover> found = Optional.of(handover);
        for (int i = 0; i < TRIES; i++) {
            TopicId topic = found.map(Handover::topic).orElseGet(handover::topic);
            List<Object> reply = store.run(FORGET, List.of(keys.of(Family.HANDOVERS), keys.of(Family.HANDOVER_TOKENS),
                    keys.topicHandovers(topic), keys.of(Family.TIMERS)),
                    List.of(RedisJson.facts("handover",
                            handover.id().value(), "topic", topic.value(), "version", timer.version())));
            if (!"elsewhere".equals(reply.getFirst())) {
                return;
            }
            found = handovers.find(handover.id());
        }
        throw new IllegalStateException("The handover " + handover.id() + " changed its topic " + TRIES
                + " times while it was forgotten.");
    }

    private void ending(Handover handover, Map<String, Object> facts) {
        facts.put("handover", handover.id().value());
        facts.put("keepMs", settings.kept().toMillis());
    }

    private List<String> endingKeys(Handover handover, List<String> saying) {
        List<String> all = new ArrayList<>(saying);
        all.addAll(List.of(keys.of(Family.HANDOVERS), keys.of(Family.HANDOVER_CODES),
                keys.handoverFigures(handover.day())));
        return all;
    }

    private static void flag(Map<String, Object> facts, String name, boolean set) {
        if (set) {
            facts.put(name, true);
        }
    }
}
