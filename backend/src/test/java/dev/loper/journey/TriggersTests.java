package dev.loper.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.MovableClock;
import dev.loper.channel.VisitorQueues;
import dev.loper.conversation.TopicsFixture;
import dev.loper.customer.Customers;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelAddress.Visitor;
import dev.loper.redis.KeptList;
import dev.loper.redis.MemoryGuard;
import dev.loper.redis.RedisServer;
import dev.loper.redis.TimersFixture;
import dev.loper.secret.SigningKeysFixture;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// When visitors are invited to chat, and how often: on the server, by steps and timers.
class TriggersTests {

    private static final Visitor VISITOR = new Visitor("Zm9vYmFyYmF6cXV4MDEyMw");
    private static final AccountId SITE = new AccountId("chat-web");

    private final RedisServer.Fresh fresh = RedisServer.fresh();
    private final MovableClock clock = new MovableClock();
    private final JourneyProperties properties = new JourneyProperties(Duration.ofDays(400), 200, 60, 1200,
            DataSize.ofMegabytes(4), Duration.ofDays(1));
    private final RedisSteps kept = new RedisSteps(fresh.store(), fresh.keys(), properties,
            SigningKeysFixture.keys(fresh));
    private final Customers customers = new Customers(fresh.store(), fresh.keys());
    private final RedisTriggers store = new RedisTriggers(fresh.store(), fresh.keys(), clock,
            TriggersFixture.PROPERTIES);
    private boolean open = true;
    private final VisitorQueues queues = windows -> windows.stream().map(
            window -> new VisitorQueues.Standing(open, null, null, null)).toList();
    private final Triggers triggers = new Triggers(store, kept, customers,
            TopicsFixture.topics(fresh), queues, clock);
    private final Steps steps = new Steps(kept, triggers, customers, new MemoryGuard(fresh.store()), properties);

    @TempDir
    Path data;

    private TimersFixture timers;
    private int count;

    @BeforeEach
    void aTrigger() {
        timers = new TimersFixture(fresh, clock, data, triggers);
        save("delivery", Duration.ofMinutes(2), Duration.ofDays(7));
    }

    @Test
    void whoStaysLongEnoughIsInvitedOnceAndIsToldWhenToAsk() {
        stopsAtDelivery("249");
        Long ask = triggers.told(VISITOR).ask();
        assertThat(ask).isBetween(120L, 122L);
        assertThat(invitedAfter(Duration.ofSeconds(119))).isFalse();
        assertThat(invitedAfter(Duration.ofSeconds(2))).isTrue();
        assertThat(invitedAfter(Duration.ZERO)).isFalse();
        assertThat(store.counts()).containsEntry("delivery|shown", "1");
        assertThat(kept.of(VISITOR)).anyMatch(step -> step.kind().equals(Step.INVITED));
    }

    @Test
    void fillingInMoreOfTheSameFormStartsNothingAnewAndGoingOnEndsIt() {
        stopsAtDelivery("249");
        clock.advance(Duration.ofSeconds(100));
        form("Delivery address");
        assertThat(invitedAfter(Duration.ofSeconds(21))).isTrue();

        clock.advance(Duration.ofDays(8));
        stopsAtDelivery("249");
        clock.advance(Duration.ofSeconds(100));
        form("Payment");
        assertThat(invitedAfter(Duration.ofMinutes(5))).isFalse();
    }

    @Test
    void whoMovesOnBetweenTheOfferAndTheQuestionIsNotAsked() {
        stopsAtDelivery("249");
        clock.advance(Duration.ofMinutes(3));
        timers.look();
        form("Payment");
        assertThat(triggers.told(VISITOR)).isEqualTo(Triggers.Told.NOTHING);
    }

    @Test
    void nobodyIsInvitedWhileNobodyAnswersAndNobodyBelowTheAmount() {
        open = false;
        stopsAtDelivery("249");
        assertThat(invitedAfter(Duration.ofMinutes(3))).isFalse();
        open = true;
        form("Delivery address");
        assertThat(invitedAfter(Duration.ofSeconds(1))).as("it held all the while").isTrue();
        clock.advance(Duration.ofDays(10));
        stopsAtDelivery("84");
        assertThat(invitedAfter(Duration.ofMinutes(3))).isFalse();
    }

    @Test
    void whoWavesItAwayIsLeftAloneAndOnlyTheLastInvitationIsAnswered() {
        stopsAtDelivery("249");
        clock.advance(Duration.ofMinutes(3));
        timers.look();
        Triggers.Invite invite = Objects.requireNonNull(triggers.told(VISITOR).invite());
        triggers.answered(VISITOR, "another-1", "dismissed");
        assertThat(store.counts()).doesNotContainKey("delivery|dismissed").doesNotContainKey("another|dismissed");
        triggers.answered(VISITOR, invite.id(), "dismissed");
        triggers.answered(VISITOR, invite.id(), "taken");
        assertThat(store.counts()).containsEntry("delivery|dismissed", "1").doesNotContainKey("delivery|taken");
        clock.advance(Duration.ofDays(29));
        stopsAtDelivery("249");
        assertThat(invitedAfter(Duration.ofMinutes(3))).isFalse();
        clock.advance(Duration.ofDays(2));
        form("Payment");
        stopsAtDelivery("249");
        assertThat(invitedAfter(Duration.ofMinutes(3))).isTrue();
    }

    @Test
    void whoTakesTheirConsentBackLeavesNothingBehind() {
        stopsAtDelivery("249");
        steps.forget(VISITOR, "");
        assertThat(fresh.redis().exists(fresh.keys().invited(VISITOR.value()))).isFalse();
        assertThat(fresh.redis().zcard(fresh.keys().of(dev.loper.redis.RedisKeys.Family.TIMERS))).isZero();
        assertThat(invitedAfter(Duration.ofMinutes(3))).isFalse();
    }

    @Test
    void whoeverWasNeverInvitedIsForgottenInADay() {
        stopsAtDelivery("249");
        assertThat(life()).isLessThanOrEqualTo(Duration.ofDays(1));
        assertThat(invitedAfter(Duration.ofMinutes(3))).isTrue();
        assertThat(life()).isGreaterThan(Duration.ofDays(29));
    }

    /// Whatever a visitor does, on however many nodes a timer fires, and however often a page asks.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noVisitorIsEverInvitedMoreOftenThanTheCapsAllow(long seed) {
        Random random = new Random(seed);
        save("delivery", Duration.ofMinutes(2), Duration.ofDays(1));
        save("anywhere", Duration.ofMinutes(1), Duration.ofDays(1));
        List<Instant> invited = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            switch (random.nextInt(6)) {
                case 0 -> stopsAtDelivery(random.nextBoolean() ? "249" : "84");
                case 1 -> form("Payment");
                case 2 -> clock.advance(Duration.ofSeconds(random.nextInt(400)));
                case 3 -> clock.advance(Duration.ofHours(random.nextInt(40)));
                case 4 -> timers.lookAnyway();
                default -> {
                    timers.look();
                    if (triggers.told(VISITOR).invite() != null) {
                        invited.add(clock.instant());
                    }
                }
            }
        }
        assertThat(invited).isNotEmpty();
        for (Instant at : invited) {
            assertThat(within(invited, at, Duration.ofDays(1))).isEqualTo(1);
            assertThat(within(invited, at, Duration.ofDays(30))).isLessThanOrEqualTo(3);
        }
    }

    private static long within(List<Instant> invited, Instant from, Duration time) {
        return invited.stream().filter(at -> !at.isBefore(from) && at.isBefore(from.plus(time))).count();
    }

    private Duration life() {
        return Duration.ofSeconds(fresh.redis().ttl(fresh.keys().invited(VISITOR.value())));
    }

    private boolean invitedAfter(Duration time) {
        clock.advance(time);
        timers.look();
        return triggers.told(VISITOR).invite() != null;
    }

    private void stopsAtDelivery(String total) {
        ObjectNode basket = new JsonMapper().createObjectNode().put("total", total);
        steps.take(VISITOR, SITE, "", List.of(step("page", "Checkout", null), step("basket", "Basket", basket)));
        clock.advance(Duration.ofMillis(5));
        form("Delivery address");
    }

    private void form(String name) {
        steps.take(VISITOR, SITE, "", List.of(step("form", name, null)));
        clock.advance(Duration.ofMillis(5));
    }

    private Step step(String kind, String name, @org.jspecify.annotations.Nullable ObjectNode data) {
        return new Step("s" + count++, clock.instant(), kind, name, "https://shop.example/checkout",
                data == null ? new JsonMapper().createObjectNode() : data);
    }

    private void save(String id, Duration dwell, Duration every) {
        assertThat(store.save(new Trigger(id, id, true, new BigDecimal(200), id.equals("anywhere") ? null : id, dwell,
                every, new Trigger.Text("Hulp nodig?", "Need a hand?")), null)).isEqualTo(KeptList.Saved.SAVED);
    }
}
