package dev.loper.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.loper.conversation.Entry;
import dev.loper.conversation.EntryBody;
import dev.loper.conversation.RandomIds;
import dev.loper.conversation.TopicRows;
import dev.loper.customer.Identity;
import dev.loper.customer.Names;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ChannelKind;
import dev.loper.message.Delivery;
import dev.loper.message.HomeId;
import dev.loper.message.TopicId;
import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Carries out a [Relocation], in one script.
@Component
class RedisRelocation {

    private static final LuaScript RELOCATE = LuaScript.load("relocate");

    private final RedisStore store;
    private final RedisKeys keys;

    RedisRelocation(RedisStore store, RedisKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    /// What became of a plan.
    enum Outcome {
        DONE,
        /// Homes or entries came or went since the plan was made: nothing is done, plan again.
        STALE,
        /// An answer is just being sent.
        UNDER_WAY,
        /// A call is on.
        ON_THE_PHONE
    }

    Outcome carryOut(Relocation plan) {
        List<Home> homes = homes(plan);
        List<Relocation.Step> queued = plan.steps().stream().filter(
                step -> step.leaves() && step.entry().delivery() == Delivery.QUEUED).toList();
        List<Topic> topics = plan.matters().stream().map(Topic::of).toList();
        List<String> args = new ArrayList<>(List.of(facts(plan, homes, queued, topics), RedisDeeds.write(
                plan.deed())));
        plan.tells().forEach(tell -> args.add(tell.body()));
        return switch (String.valueOf(store.run(RELOCATE, keysOf(plan, homes, queued, topics), args).getFirst())) {
            case "done" -> Outcome.DONE;
            case "under-way" -> Outcome.UNDER_WAY;
            case "on-the-phone" -> Outcome.ON_THE_PHONE;
            default -> Outcome.STALE;
        };
    }

    /// A home as the script is told of it; sides are counted from one there.
    private record Home(String id, int side, @JsonProperty("new") @Nullable Boolean made) {}

    private record Side(String customer, String conversation, long rev) {}

    private record Step(String id, String from, String to, String was, String topic) {}

    private record Lend(int side, String home, List<String> identities) {}

    private record Tell(@Nullable String topic, int side) {}

    /// A topic as the script is told of it; the id of one that begins is proposed, so that the keys of what hangs on it are given.
    private record Topic(String key, String id, @Nullable Integer before, int side, String home,
            @Nullable String newest, int count, @Nullable Boolean settled, TopicRows.@Nullable Row row,
            @Nullable Boolean gone, @Nullable String like, @Nullable String as, @Nullable String title,
            @Nullable Long ms, @Nullable String status) {

        static Topic of(Relocation.Matter matter) {
            Relocation.Begin begins = matter.begins();
            boolean trace = begins != null && begins.as() == Relocation.Begin.As.TRACE;
            return new Topic(matter.key(), begins == null ? matter.key() : RandomIds.next(),
                    matter.before() == null ? null : matter.before() + 1, matter.side() + 1, matter.home().value(),
                    matter.newest() == null ? null : matter.newest().value(), matter.count(),
                    matter.settled() ? true : null, matter.row(), matter.gone() ? true : null,
                    begins == null ? null : begins.like(),
                    begins == null ? null : begins.as().name().toLowerCase(Locale.ROOT),
                    begins == null ? null : begins.title(), begins == null ? null : begins.ms(),
                    begins == null ? null : trace ? "resolved" : "open");
        }
    }

    private static List<Home> homes(Relocation plan) {
        List<Home> homes = new ArrayList<>();
        for (int i = 0; i < plan.sides().size(); i++) {
            int side = i + 1;
            plan.sides().get(i).homes().keySet().stream().map(HomeId::value).sorted().forEach(
                    home -> homes.add(new Home(home, side, null)));
        }
        if (plan.fresh() != null) {
            homes.add(new Home(plan.fresh().value(), 2, true));
        }
        return homes;
    }

    private List<String> keysOf(Relocation plan, List<Home> homes, List<Relocation.Step> queued, List<Topic> topics) {
        List<String> all = new ArrayList<>(List.of(keys.of(Family.CLOCK), keys.of(Family.FEED),
                keys.of(Family.TOPICS), keys.of(Family.VIEWS), keys.of(Family.TIMERS), keys.of(Family.DEEDS),
                keys.of(Family.NAMES), keys.of(Family.APART), keys.of(Family.PROMISES), keys.of(Family.HANDOVERS),
                keys.of(Family.IDENTITIES)));
        plan.sides().forEach(side -> all.addAll(List.of(keys.customer(side.id()),
                keys.conversation(side.conversation()), keys.conversationTopics(side.conversation()))));
        homes.stream().map(home -> new HomeId(home.id())).forEach(home -> all.addAll(List.of(keys.thread(home),
                keys.lanes(home), keys.entries(home), keys.states(home), keys.facts(home))));
        queued.forEach(step -> {
            AccountId account = new AccountId(String.valueOf(step.entry().body().account()));
            all.addAll(List.of(keys.outbound(account), keys.outboundLane(account, step.entry().home()),
                    keys.outboundLane(account, step.to())));
        });
        topics.stream().map(topic -> new TopicId(topic.id())).forEach(
                topic -> all.addAll(List.of(keys.topicPromises(topic), keys.topicHandovers(topic))));
        plan.steps().stream().filter(Relocation.Step::leaves).flatMap(step -> known(step.entry())).distinct().forEach(
                all::add);
        return all;
    }

    /// What providers, and those who refer to it, know an entry by.
    private Stream<String> known(Entry entry) {
        EntryBody body = entry.body();
        String channel = body.channel();
        String account = body.account();
        if (channel == null || account == null) {
            return Stream.of();
        }
        AccountId scope = ChannelKind.of(channel).scope(new AccountId(account));
        return Stream.concat(Stream.ofNullable(body.reference()),
                Stream.concat(Stream.ofNullable(body.providerId()), Stream.ofNullable(entry.providerId()))).map(
                        id -> keys.provider(scope, id));
    }

    private static List<String> visitors(List<String> identities) {
        return identities.stream().filter(
                id -> Identity.addressOf(id) instanceof ChannelAddress.Visitor).toList();
    }

    private static String facts(Relocation plan, List<Home> homes, List<Relocation.Step> queued, List<Topic> topics) {
        Map<String, String> begins = plan.begins();
        HomeId fresh = plan.fresh();
        HomeId lent = plan.back() ? plan.deed().homes().getFirst() : null;
        String apart = plan.back() ? "unsaid" : "said";
        boolean splits = Optional.ofNullable(plan.deed().move()).filter(Deed.Move::fresh).isPresent();
        return RedisJson.facts("deed", plan.deed().id().value(), "sides", plan.sides().stream().map(
                side -> new Side(side.id().value(), side.conversation().value(), side.revision())).toList(), "homes",
                homes, "entries", plan.steps().stream().map(step -> new Step(step.entry().id().value(),
                        step.entry().home().value(), step.to().value(), step.was(), step.topic())).toList(),
                "queued", queued.stream().map(step -> step.entry().id().value()).toList(), "topics",
                topics, "lend",
                fresh == null || plan.lent().isEmpty() ? null : new Lend(2, fresh.value(), plan.lent()), "follows",
                fresh == null ? null : visitors(plan.lent()), "unlend",
                lent == null ? null : lent.value(), "fresh", begins, "words",
                begins == null ? null : Names.words(begins.getOrDefault("name", "")), "apart", splits ? apart : null,
                "folds",
                plan.back() && splits ? true : null, "tells",
                plan.tells().stream().map(tell -> new Tell(tell.topic(), tell.side() + 1)).toList());
    }
}
