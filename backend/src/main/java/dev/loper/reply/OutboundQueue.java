package dev.loper.reply;

import dev.loper.calendar.WorkspaceDay;
import dev.loper.channel.SendResult;
import dev.loper.message.AccountId;
import dev.loper.message.Delivery;
import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import dev.loper.message.TopicId;
import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import redis.clients.jedis.params.ZAddParams;

/// The durable queue of answers on their way out.
///
/// Each account has lanes, one for each address written to, which is a home thread; a lane sends one answer at a time.
/// `add.lua` fills them. Joining customers leaves homes as they are, and so the lanes.
@Component
public class OutboundQueue {

    private static final LuaScript CLAIM = LuaScript.load("claim");
    private static final LuaScript FINISH = LuaScript.load("finish");
    private static final LuaScript WITHDRAW = LuaScript.load("withdraw");
    private static final LuaScript RESEND = LuaScript.load("resend");
    private static final LuaScript RECEIPT = LuaScript.load("receipt");
    private static final Duration REMEMBERED = Duration.ofDays(30);

    /// How long an attempt may take before another worker settles it.
    public static final Duration LEASE = Duration.ofMinutes(2);

    private final RedisStore store;
    private final RedisKeys keys;
    private final Clock clock;
    private final WorkspaceDay day;

    public OutboundQueue(RedisStore store, RedisKeys keys, Clock clock, WorkspaceDay day) {
        this.store = store;
        this.keys = keys;
        this.clock = clock;
        this.day = day;
    }

    /// An answer waiting at the head of its lane.
    public record Job(AccountId account, HomeId home, EntryId entry) {}

    /// What a worker may do with a job.
    public sealed interface Claim {

        /// An attempt that is this worker's until its lease ends.
        sealed interface Attempt extends Claim {

            Job job();

            int attempt();
        }

        /// Send it: the attempt is marked.
        record Send(Job job, int attempt) implements Attempt {}

        /// Find out what became of an attempt nobody saw end.
        ///
        /// @param since when it began: so long ago by Redis's clock, told by ours
        /// @param asked when somebody first asked what became of it
        record Settle(Job job, int attempt, Instant since, Instant asked) implements Attempt {}

        /// It is not due, or another's.
        record Nothing() implements Claim {}
    }

    /// Accounts that ever had something to send.
    public Set<AccountId> accounts() {
        return store.with(redis -> redis.smembers(keys.of(Family.OUTBOUND_ACCOUNTS))).stream().map(
                AccountId::new).collect(java.util.stream.Collectors.toSet());
    }

    /// The heads of the lanes that are due, the longest due first.
    public List<Job> due(AccountId account, int limit) {
        List<String> lanes = store.with(
                redis -> redis.zrangeByScore(keys.outbound(account), 0, clock.millis(), 0, limit));
        return lanes.stream().map(HomeId::new).flatMap(lane -> head(account, lane).stream()).toList();
    }

    /// When the next lane of an account becomes due that is not due at a moment, milliseconds since 1970, if any.
    public Optional<Long> nextDue(AccountId account, long after) {
        return store.with(redis -> redis.zrangeByScoreWithScores(keys.outbound(account), after + 1,
                Double.POSITIVE_INFINITY, 0, 1)).stream().findFirst().map(next -> (long) next.getScore());
    }

    private Optional<Job> head(AccountId account, HomeId lane) {
        return store.with(redis -> redis.zrange(keys.outboundLane(account, lane), 0, 0)).stream().findFirst().map(
                head -> new Job(account, lane, new EntryId(head)));
    }

    public Claim claim(Job job) {
        List<Object> reply = store.run(CLAIM, laneKeys(job),
                List.of(RedisJson.facts("home", job.home().value(), "entry",
                        job.entry().value(), "leaseMs", LEASE.toMillis())));
        return switch (String.valueOf(reply.getFirst())) {
            case "send" -> new Claim.Send(job, ((Long) reply.get(1)).intValue());
            case "settle" -> new Claim.Settle(job, ((Long) reply.get(1)).intValue(), ago(reply.get(2)),
                    ago(reply.get(3)));
            default -> new Claim.Nothing();
        };
    }

    private Instant ago(Object ms) {
        return clock.instant().minusMillis((Long) ms);
    }

    /// Ends an attempt.
    ///
    /// @param scope within what the provider's id is unique ([dev.loper.message.ChannelKind#scope])
    /// @param wait  how long until the next one, for [SendResult.Retry]
    public void finish(Job job, int attempt, SendResult result, AccountId scope, Duration wait) {
        switch (result) {
            case SendResult.Sent sent ->
                finish(job, attempt, sent.state(), null, null, keys.provider(scope, sent.providerId()),
                        sent.providerId());
            case SendResult.Retry retry ->
                finish(job, attempt, Delivery.QUEUED, retry.reason(), wait, keys.provider(scope, "none"), null);
            case SendResult.Failed failed ->
                finish(job, attempt, Delivery.FAILED, failed.reason(), null, keys.provider(scope, "none"), null);
            case SendResult.Unconfirmed unknown ->
                finish(job, attempt, Delivery.UNCONFIRMED, unknown.reason(), null, keys.provider(scope, "none"), null);
        }
    }

    private void finish(Job job, int attempt, Delivery outcome, @Nullable String reason, @Nullable Duration wait,
            String providerKey, @Nullable String providerId) {
        List<String> all = new java.util.ArrayList<>(weighing(job));
        all.add(providerKey);
        store.run(FINISH, all,
                List.of(RedisJson.facts("home", job.home().value(), "entry",
                        job.entry().value(), "attempt", attempt, "outcome", outcome.wire(), "reason", reason, "waitMs",
                        wait == null ? null : wait.toMillis(), "providerId", providerId, "keepSeconds",
                        REMEMBERED.toSeconds())));
    }

    /// Leaves an attempt open and looks again later what became of it; without this, its lease does the same.
    public void lookAgain(Job job, Duration wait) {
        store.with(redis -> redis.zadd(keys.outbound(job.account()), clock.millis() + wait.toMillis(),
                job.home().value(), ZAddParams.zAddParams().xx()));
    }

    /// Takes an answer back.
    ///
    /// @return false if an attempt was made already
    public boolean withdraw(Job job, TopicId topic) {
        HomeId notes = home(topic).orElse(job.home());
        List<String> all = new java.util.ArrayList<>(laneKeys(job));
        all.addAll(List.of(keys.of(Family.PROMISE_VIEWS), keys.of(Family.TIMERS), keys.topicPromises(topic),
                keys.of(Family.FLOW), keys.promiseFigures(day.today()), keys.states(notes)));
        return "withdrawn".equals(store.run(WITHDRAW, all, List.of(RedisJson.facts("home", job.home().value(), "entry",
                job.entry().value(), "topic", topic.value(), "notes", notes.value()))).getFirst());
    }

    private record Place(String home) {}

    /// Where what is told of a topic lies.
    private Optional<HomeId> home(TopicId topic) {
        return Optional.ofNullable(store.with(redis -> redis.hget(keys.of(Family.TOPICS), topic.value()))).map(
                found -> new HomeId(RedisJson.read(found, Place.class).home()));
    }

    /// Queues a failed answer once more.
    ///
    /// @return false if it has not failed
    public boolean resend(Job job) {
        return "queued".equals(store.run(RESEND, weighing(job), entryFacts(job)).getFirst());
    }

    /// Records how far an answer got.
    ///
    /// @return false if that was known already
    public boolean receipt(HomeId home, EntryId entry, Delivery state, long at,
            @Nullable String reason) {
        List<Object> reply = store.run(RECEIPT,
                List.of(keys.of(Family.CLOCK), keys.states(home), keys.of(Family.TOPICS), keys.of(Family.VIEWS),
                        keys.of(Family.FEED), keys.of(Family.PROMISES), keys.of(Family.TIMERS), keys.of(Family.FLOW)),
                List.of(RedisJson.facts("home", home.value(), "entry",
                        entry.value(), "delivery", state.wire(), "at", at, "reason", reason)));
        return "recorded".equals(reply.getFirst());
    }

    private List<String> laneKeys(Job job) {
        return List.of(keys.of(Family.CLOCK), keys.states(job.home()), keys.of(Family.TOPICS), keys.of(Family.VIEWS),
                keys.of(Family.FEED), keys.outbound(job.account()),
                keys.outboundLane(job.account(), job.home()), keys.of(Family.PROMISES));
    }

    /// With what an answer that fails, or does not after all, changes beside itself.
    private List<String> weighing(Job job) {
        List<String> all = new java.util.ArrayList<>(laneKeys(job));
        all.addAll(List.of(keys.of(Family.TIMERS), keys.of(Family.FLOW)));
        return all;
    }

    private static List<String> entryFacts(Job job) {
        return List.of(RedisJson.facts("home", job.home().value(), "entry",
                job.entry().value()));
    }
}
