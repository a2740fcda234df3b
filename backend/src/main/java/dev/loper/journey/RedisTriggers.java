package dev.loper.journey;

import dev.loper.message.AccountId;
import dev.loper.message.ChannelAddress.Visitor;
import dev.loper.redis.KeptList;
import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import dev.loper.redis.Timer;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Triggers in Redis, and how far each visitor is with them.
@Component
class RedisTriggers {

    static final String TIMER = "invite";
    /// Triggers there may be: each is looked at for every batch of steps.
    static final int MOST = 50;
    private static final Duration MONTH = Duration.ofDays(30);
    private static final LuaScript TRIGGER = LuaScript.load("trigger");

    private final RedisStore store;
    private final RedisKeys keys;
    private final Clock clock;
    private final TriggerProperties properties;
    private final KeptList<List<Trigger>> triggers;

    RedisTriggers(RedisStore store, RedisKeys keys, Clock clock, TriggerProperties properties) {
        this.store = store;
        this.keys = keys;
        this.clock = clock;
        this.properties = properties;
        triggers = new KeptList<>(store, clock, keys.of(Family.TRIGGERS), MOST, RedisTriggers::triggers);
    }

    /// A trigger as it is kept. @param dwell and every in seconds
    private record Stored(String name, boolean active, @Nullable String basketOver, @Nullable String place, long dwell,
            long every, String nl, String en) {

        static Stored of(Trigger trigger) {
            BigDecimal over = trigger.basketOver();
            return new Stored(trigger.name(), trigger.active(), over == null ? null : over.toPlainString(),
                    trigger.place(), trigger.dwell().toSeconds(), trigger.every().toSeconds(), trigger.text().nl(),
                    trigger.text().en());
        }

        Trigger trigger(String id) {
            return new Trigger(id, name, active, basketOver == null ? null : new BigDecimal(basketOver), place,
                    Duration.ofSeconds(dwell), Duration.ofSeconds(every), new Trigger.Text(nl, en));
        }
    }

    private static List<Trigger> triggers(Map<String, String> kept) {
        return kept.entrySet().stream().map(found -> RedisJson.read(found.getValue(), Stored.class).trigger(
                found.getKey())).sorted(Comparator.comparing(Trigger::name).thenComparing(Trigger::id)).toList();
    }

    /// By name.
    List<Trigger> all() {
        return triggers.now();
    }

    /// Those that are on, as of two seconds ago at the most.
    List<Trigger> active() {
        return triggers.recent().stream().filter(Trigger::active).toList();
    }

    /// Id → version.
    Map<String, String> versions() {
        return triggers.versions();
    }

    /// @param replaces the version it replaces; none writes it whatever there is
    KeptList.Saved save(Trigger trigger, @Nullable String replaces) {
        return triggers.save(trigger.id(), RedisJson.write(Stored.of(trigger)), replaces);
    }

    /// With what was counted of it.
    ///
    /// @return whether there was one
    boolean remove(String id) {
        return triggers.remove(id, keys.of(Family.TRIGGER_COUNTS), Stream.of("shown", "taken", "dismissed").map(
                what -> id + "|" + what).toList());
    }

    /// `<trigger>|<shown, taken or dismissed>` → how often.
    Map<String, String> counts() {
        return store.with(redis -> redis.hgetAll(keys.of(Family.TRIGGER_COUNTS)));
    }

    /// How it stands with a visitor.
    sealed interface Stands {
        /// Nothing is to come.
        record Nothing() implements Stands {}

        /// It is looked again then.
        record Waits(Instant until) implements Stands {}

        /// They are to be asked now.
        record Shown(String trigger, String offer) implements Stands {}
    }

    /// Writes down which triggers hold for a visitor now.
    Stands hold(Visitor visitor, @Nullable AccountId account, List<Trigger> holding) {
        Map<String, Object> facts = facts("hold", visitor);
        facts.put("rules", rules(holding));
        if (account != null) {
            facts.put("account", account.value());
        }
        return stands(run(visitor, facts));
    }

    /// A timer is due.
    void fire(Timer timer, List<Trigger> holding) {
        Visitor visitor = new Visitor(timer.id());
        Map<String, Object> facts = facts("fire", visitor);
        facts.put("rules", rules(holding));
        facts.put("timer", timer.version());
        facts.put("life", properties.life().toMillis());
        run(visitor, facts);
    }

    /// The page asks. An invitation is given once.
    Stands show(Visitor visitor) {
        return stands(run(visitor, facts("show", visitor)));
    }

    void answer(Visitor visitor, String offer, String answer) {
        Map<String, Object> facts = facts("answer", visitor);
        facts.put("offer", offer);
        facts.put("answer", answer);
        facts.put("rest", properties.rest().toMillis());
        run(visitor, facts);
    }

    void forget(Visitor visitor) {
        run(visitor, facts("forget", visitor));
    }

    /// On whose pages the visitor was last.
    Optional<AccountId> account(Visitor visitor) {
        return Optional.ofNullable(store.with(redis -> redis.hget(keys.invited(visitor.value()), "account"))).map(
                AccountId::new);
    }

    private Map<String, Object> facts(String does, Visitor visitor) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("does", does);
        facts.put("now", clock.instant().toEpochMilli());
        facts.put("visitor", visitor.value());
        facts.put("keep", kept().toSeconds());
        facts.put("caps", Map.of("day", properties.perDay(), "month", properties.perMonth()));
        return facts;
    }

    /// As far as any cap looks back.
    private Duration kept() {
        return Stream.concat(Stream.of(MONTH, properties.rest()), active().stream().map(Trigger::every)).max(
                Comparator.naturalOrder()).orElse(MONTH);
    }

    private static List<Map<String, Object>> rules(List<Trigger> triggers) {
        return triggers.stream().map(trigger -> Map.<String, Object>of("id", trigger.id(), "dwell",
                trigger.dwell().toMillis(), "every", trigger.every().toMillis())).toList();
    }

    private List<Object> run(Visitor visitor, Map<String, Object> facts) {
        return store.run(TRIGGER, List.of(keys.invited(visitor.value()), keys.of(Family.TIMERS),
                keys.of(Family.TRIGGER_COUNTS)), List.of(RedisJson.write(facts)));
    }

    private static Stands stands(List<Object> answer) {
        return switch (String.valueOf(answer.getFirst())) {
            case "waits" -> new Stands.Waits(Instant.ofEpochMilli((long) answer.get(1)));
            case "shown" -> new Stands.Shown(String.valueOf(answer.get(1)), String.valueOf(answer.get(2)));
            default -> new Stands.Nothing();
        };
    }
}
