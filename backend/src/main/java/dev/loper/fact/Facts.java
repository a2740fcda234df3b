package dev.loper.fact;

import dev.loper.message.ConversationId;
import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import dev.loper.message.TopicId;
import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The ledger of facts. They lie with the home thread of the address that told them, so that joining customers and taking
/// them apart moves them along and back without anything being rewritten.
@Component
public class Facts {

    /// Facts of one home; the oldest make room, of those that the customer said first: what one of us wrote down, how they wish to
    /// be reached among it, is not crowded out by a hundred order numbers.
    private static final int MOST = 500;
    /// Added to the moment (ms) of what one of us wrote down, where the order is that of leaving.
    private static final long BY_US = 100_000_000_000_000L;
    private static final LuaScript SAY = LuaScript.load("fact-say");

    private final RedisFacts reads;
    private final RedisStore store;
    private final RedisKeys keys;

    Facts(RedisFacts reads, RedisStore store, RedisKeys keys) {
        this.reads = reads;
        this.store = store;
        this.keys = keys;
    }

    /// Adds facts to a home. One that stands there already changes nothing, so a message may be read again.
    public void say(ConversationId conversation, HomeId home, List<Fact> facts) {
        say(List.of(new Said(conversation, home, facts)));
    }

    /// Facts of one home.
    record Said(ConversationId conversation, HomeId home, List<Fact> facts) {}

    /// The same for several homes, in one trip.
    void say(List<Said> all) {
        store.run(SAY, all.stream().filter(said -> !said.facts().isEmpty()).map(this::run).toList());
    }

    private RedisStore.Run run(Said said) {
        List<String> args = new ArrayList<>(List.of(said.conversation().value(), String.valueOf(MOST)));
        said.facts().forEach(fact -> {
            args.add(String.valueOf(fact.at().toEpochMilli() + (fact.by() == null ? 0 : BY_US)));
            args.add(RedisJson.write(Stored.of(fact)));
            args.add(String.valueOf(fact.at().toEpochMilli()));
            args.add(FactDay.KINDS.contains(fact.kind()) ? FactDay.field(fact.kind(), said.home()) : "");
            args.add(FactDay.of(fact).map(day -> FiledDay.of(day, fact, said).member()).orElse(""));
        });
        return new RedisStore.Run(List.of(keys.facts(said.home()), keys.of(Family.CLOCK), keys.of(Family.FEED),
                keys.conversation(said.conversation()), keys.of(Family.OCCASIONS),
                keys.of(Family.OCCASION_DAYS)), args);
    }

    /// A fact, and where it lies.
    public record Kept(HomeId home, Fact fact) {}

    /// All that was said in some homes.
    public List<Kept> of(List<HomeId> homes) {
        return reads.members(homes).entrySet().stream().flatMap(entry -> entry.getValue().stream().map(
                json -> new Kept(entry.getKey(), RedisJson.read(json, Stored.class).fact()))).toList();
    }

    /// A fact as it is kept.
    record Stored(String kind, String value, String state, @Nullable String entry, @Nullable String topic,
            String channel, long at, @Nullable String by, @Nullable String byName) {

        static Stored of(Fact fact) {
            Fact.By by = fact.by();
            EntryId entry = fact.entry();
            TopicId topic = fact.topic();
            return new Stored(fact.kind(), fact.value(), fact.state().wire(), entry == null ? null : entry.value(),
                    topic == null ? null : topic.value(), fact.channel(), fact.at().toEpochMilli(),
                    by == null ? null : by.id(), by == null ? null : by.name());
        }

        Fact fact() {
            return new Fact(kind, value, Fact.State.valueOf(state.toUpperCase(Locale.ROOT)),
                    entry == null ? null : new EntryId(entry), topic == null ? null : new TopicId(topic), channel,
                    Instant.ofEpochMilli(at), by == null ? null : new Fact.By(by, byName == null ? "" : byName));
        }
    }
}
