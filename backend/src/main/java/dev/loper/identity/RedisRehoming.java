package dev.loper.identity;

import dev.loper.conversation.TopicRows;
import dev.loper.customer.Names;
import dev.loper.message.HomeId;
import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Carries out a [Rehoming], in one script.
@Component
class RedisRehoming {

    private static final LuaScript REHOME = LuaScript.load("rehome");

    private final RedisStore store;
    private final RedisKeys keys;

    RedisRehoming(RedisStore store, RedisKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    /// @return false if homes or entries came or went since the plan was made: nothing is done, plan again
    boolean carryOut(Rehoming plan) {
        List<Home> homes = homes(plan);
        List<Object> reply = store.run(REHOME, keysOf(plan, homes), List.of(facts(plan, homes),
                RedisDeeds.write(plan.deed()), plan.tellFrom(), plan.tellTo()));
        return "done".equals(reply.getFirst());
    }

    /// A home as the script is told of it.
    private record Home(String id, String side, @Nullable String base) {}

    private static List<Home> homes(Rehoming plan) {
        List<Home> homes = new ArrayList<>();
        plan.goes().forEach(home -> homes.add(new Home(home.value(), "goes",
                plan.origin().containsKey(home) ? plan.origin().get(home).value() : null)));
        plan.stays().forEach(home -> homes.add(new Home(home.value(), "stays", null)));
        plan.to().homes().keySet().forEach(home -> homes.add(new Home(home.value(), "there", null)));
        return homes;
    }

    private List<String> keysOf(Rehoming plan, List<Home> homes) {
        List<String> all = new ArrayList<>(List.of(keys.of(Family.CLOCK), keys.of(Family.FEED),
                keys.of(Family.IDENTITIES), keys.of(Family.TOPICS), keys.of(Family.VIEWS), keys.of(Family.TIMERS),
                keys.of(Family.DEEDS), keys.customer(plan.from().id()), keys.customer(plan.to().id()),
                keys.customer(plan.joint()), keys.conversation(plan.from().conversation()),
                keys.conversation(plan.to().conversation()), keys.conversationTopics(plan.from().conversation()),
                keys.conversationTopics(plan.to().conversation()), keys.of(Family.APART), keys.of(Family.NAMES),
                keys.of(Family.PROMISES), keys.of(Family.HANDOVERS)));
        homes.stream().map(home -> new HomeId(home.id())).forEach(home -> all.addAll(
                List.of(keys.thread(home), keys.lanes(home), keys.entries(home), keys.states(home))));
        plan.twins().forEach((topic, halves) -> all.addAll(List.of(keys.topicPromises(topic),
                keys.topicPromises(halves.twin()), keys.topicHandovers(topic), keys.topicHandovers(halves.twin()))));
        return all;
    }

    private static String facts(Rehoming plan, List<Home> homes) {
        return RedisJson.facts("deed", plan.deed().id().value(), "from", side(plan.from()), "to", side(plan.to()),
                "link", plan.link().name().toLowerCase(Locale.ROOT), "homes", homes, "fresh", plan.fresh(), "set",
                plan.set(), "restore", plan.restore(), "apart", apart(plan), "words",
                plan.fresh() == null ? null : Names.words(plan.fresh().getOrDefault("name", "")), "twins",
                plan.twins().entrySet().stream().map(
                        entry -> new Twin(entry.getKey().value(), entry.getValue().twin().value(),
                                entry.getValue().stays(), entry.getValue().goes())).toList());
    }

    /// A topic that is cut in two, as the script is told of it.
    private record Twin(String topic, String twin, TopicRows.Row stays, TopicRows.Row goes) {}

    /// Taking a joint or an address off says that the two are not one; joining, and giving back, that they are.
    private static String apart(Rehoming plan) {
        return plan.link() == Rehoming.Link.PART || plan.fresh() != null ? "said" : "unsaid";
    }

    private static Map<String, Object> side(Whole whole) {
        return Map.of("customer", whole.id().value(), "conversation", whole.conversation().value(), "rev",
                whole.revision());
    }
}
