package dev.loper.call;

import dev.loper.access.Colleagues;
import dev.loper.access.Viewer;
import dev.loper.channel.Calls;
import dev.loper.channel.ChannelAccount;
import dev.loper.channel.PlacedCalls;
import dev.loper.conversation.Added;
import dev.loper.conversation.Conversation;
import dev.loper.conversation.Entry;
import dev.loper.conversation.EntryBody;
import dev.loper.conversation.Fingerprint;
import dev.loper.conversation.RandomIds;
import dev.loper.conversation.Said;
import dev.loper.conversation.Timeline;
import dev.loper.conversation.Topic;
import dev.loper.customer.Customers;
import dev.loper.customer.Identity;
import dev.loper.message.Author;
import dev.loper.message.ChannelAddress;
import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import dev.loper.reply.Channels;
import dev.loper.web.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Calls customers: the colleague's phone rings, and when they are there, the customer's.
///
/// The entry is written before anything rings, under an id of ours that every step of the call carries; so what is told of
/// the call finds it, however soon, and a call whose placing nobody can be sure of is not placed twice.
@Component
class CallPlacing {

    /// A colleague who has not picked up, and a customer who has not, are given up after this if nobody tells of an end.
    static final Duration UNREACHED = Duration.ofMinutes(3);

    private static final LuaScript PLACE = LuaScript.load("call-place");

    private final RedisStore store;
    private final RedisKeys keys;
    private final Said said;
    private final Timeline timeline;
    private final Customers customers;
    private final Colleagues colleagues;
    private final CallScript script;
    private final ObjectProvider<PlacedCalls> calls;
    private final Channels channels;
    private final Clock clock;

    CallPlacing(RedisStore store, RedisKeys keys, Said said, Timeline timeline, Customers customers,
            Colleagues colleagues, CallScript script, ObjectProvider<PlacedCalls> calls, Channels channels,
            Clock clock) {
        this.channels = channels;
        this.store = store;
        this.keys = keys;
        this.said = said;
        this.timeline = timeline;
        this.customers = customers;
        this.colleagues = colleagues;
        this.script = script;
        this.calls = calls;
        this.clock = clock;
    }

    /// @param to       one of the customer's numbers; none takes the best one known
    /// @param clientId makes repeating it harmless
    /// @throws ProblemException if it cannot be placed
    Entry place(Conversation conversation, Topic topic, @Nullable String to, String clientId, Viewer caller) {
        PlacedCalls placed = calls.getIfAvailable();
        ChannelAccount line = placed == null
                ? null
                : channels.meeting(placed.lines(), topic.account()).orElse(null);
        if (placed == null || line == null) {
            throw problem("not-connected", HttpStatus.UNPROCESSABLE_CONTENT,
                    "No number for calls is connected that speaks for this brand. An administrator can connect one.");
        }
        String phone = phone(caller);
        Identity number = number(topic, to);
        Calls.Call call = new Calls.Call(line.id(), "placed-" + RandomIds.next());
        EntryBody body = body(line, number, call, clientId, caller);
        Said.Reply reply = write(conversation, topic, body, call, caller);
        return switch (reply.word()) {
            case "stored" -> ring(placed, call, phone, found(reply.added()));
            case "repeat" -> found(reply.added());
            case "busy" -> throw problem("on-the-phone", HttpStatus.CONFLICT,
                    "Your phone rings already, or you are on it. End that call first.");
            case "used" -> throw Added.Used.problem();
            default -> throw ProblemException.field("unknown-topic", "topic",
                    "There is no such topic in this conversation any more.");
        };
    }

    private Entry ring(PlacedCalls placed, Calls.Call call, String phone, Entry entry) {
        return switch (placed.place(call, phone)) {
            case PlacedCalls.Result.Rings rings -> entry;
            case PlacedCalls.Result.Unknown unknown -> entry;
            case PlacedCalls.Result.Refused(String reason) -> {
                script.run(entry, "end");
                throw problem("call-refused", HttpStatus.UNPROCESSABLE_CONTENT, reason);
            }
        };
    }

    private Said.Reply write(Conversation conversation, Topic topic, EntryBody body, Calls.Call call, Viewer caller) {
        return said.inside(conversation, topic.id(), "call", body, (saying, facts) -> {
            facts.put("person", caller.id().value());
            facts.put("personName", caller.name());
            facts.put("until", clock.millis() + UNREACHED.toMillis());
            facts.put("print", Fingerprint.of("call", topic.id().value(), body.to().getFirst()));
            List<String> all = new ArrayList<>(saying);
            all.add(keys.of(Family.CALLS));
            all.add(keys.provider(call.account(), call.id()));
            return store.run(PLACE, all, List.of(RedisJson.write(facts), RedisJson.write(body)));
        });
    }

    private Entry found(Added added) {
        return switch (added) {
            case Added.Stored(EntryId entry, HomeId home) -> timeline.find(home, entry).orElseThrow();
            case Added.Repeat(EntryId entry, HomeId home) -> timeline.find(home, entry).orElseThrow();
            case Added.Used used -> throw Added.Used.problem();
            case Added.Stale stale -> throw new IllegalStateException("A call is placed whatever came since.");
            case Added.NoAddress none -> throw new IllegalStateException("A call lies in its topic's own home.");
            case Added.NoTopic none -> throw new IllegalStateException("The topic was just there.");
        };
    }

    private String phone(Viewer caller) {
        return colleagues.find(List.of(caller.id())).stream().findFirst().map(
                known -> known.person().work().phone()).orElseThrow(
                        () -> problem("no-phone-of-yours", HttpStatus.UNPROCESSABLE_CONTENT,
                                "You have no phone here: enter its number in your settings, and it rings first."));
    }

    /// One of the customer's own numbers: whoever may answer a customer may not call whom they like.
    private Identity number(Topic topic, @Nullable String to) {
        List<Identity> known = customers.find(topic.customer()).stream().flatMap(
                customer -> customer.identities().stream()).filter(CallPlacing::isNumber).sorted(
                        Comparator.comparing(Identity::level).thenComparing(Identity::seen,
                                Comparator.nullsFirst(Comparator.naturalOrder())).reversed()).toList();
        Stream<Identity> wanted = known.stream().filter(one -> to == null || one.address().value().equals(to));
        Optional<Identity> found = wanted.findFirst();
        if (found.isEmpty()) {
            throw ProblemException.field(to == null ? "no-number" : "unknown-number", "to", to == null
                    ? "The customer has no number that we know. Ask for it."
                    : "This is none of the customer's numbers.");
        }
        if (!Callable.is(found.get().address().value())) {
            throw ProblemException.field("dear-number", "to",
                    "Numbers that cost extra, or that nobody can have, are not called. Ask for another one.");
        }
        return found.get();
    }

    private static boolean isNumber(Identity identity) {
        return switch (identity.address()) {
            case ChannelAddress.Phone phone -> phone.value().startsWith("+");
            case ChannelAddress.WhatsApp number -> number.value().startsWith("+");
            case ChannelAddress.Email email -> false;
            case ChannelAddress.Visitor visitor -> false;
        };
    }

    private static EntryBody body(ChannelAccount line, Identity number, Calls.Call call, String clientId,
            Viewer caller) {
        return new EntryBody("call", line.channel().wire(), line.id().value(), "out", line.address(),
                List.of(number.address().value()), List.of(), null, "", null, null,
                new Author(Author.Kind.AGENT, caller.id().value(), caller.name()), null, List.of(), null, clientId,
                call.id(), number.id(), null, null);
    }

    private static ProblemException problem(String type, HttpStatus status, String sentence) {
        return new ProblemException(type, status, sentence);
    }
}
