package dev.loper.handover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.conversation.Erased;
import dev.loper.conversation.Moved;
import dev.loper.conversation.TopicsFixture;
import dev.loper.message.Author;
import dev.loper.message.TopicId;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisServer;
import dev.loper.redis.Removal;
import dev.loper.redis.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is kept of handovers that ended, and for how long.
class ForgottenHandoversTests {

    private final RedisServer.Fresh fresh = RedisServer.fresh();
    private final HandoverFixture given = new HandoverFixture(fresh);
    private final TopicId topic = given.topicOf("v-forgotten");

    private Handover offered() {
        return Objects.requireNonNull(given.offer(topic, How.TEXT, given.soon(), 0));
    }

    private void takenBack(Handover handover) {
        given.endings.revoke(handover, given.places.of(handover.topic()).orElseThrow(), Author.SYSTEM);
    }

    private Optional<Timer> timer(Handover handover) {
        String kind = "handover-forget|" + handover.id() + "|";
        return fresh.redis().zrangeWithScores(fresh.keys().of(Family.TIMERS), 0, -1).stream().filter(
                timer -> timer.getElement().startsWith(kind)).map(
                        timer -> new Timer("handover-forget",
                                handover.id().value(), timer.getElement().substring(kind.length()),
                                Instant.ofEpochMilli(
                                        (long) timer.getScore()))).findFirst();
    }

    private long tokens() {
        return fresh.redis().hlen(fresh.keys().of(Family.HANDOVER_TOKENS));
    }

    @Test
    void oneThatEndedIsForgottenWholeAMonthLater() {
        Handover handover = offered();
        assertThat(timer(handover)).isEmpty();
        takenBack(handover);
        Timer timer = timer(handover).orElseThrow();
        Instant ended = Objects.requireNonNull(given.again(handover).closed());
        assertThat(Duration.between(ended, timer.due())).isEqualTo(Duration.ofDays(30));

        given.writer.forget(given.again(handover), timer);

        assertThat(given.handovers.find(handover.id())).isEmpty();
        assertThat(given.handovers.of(List.of(topic))).isEmpty();
        assertThat(tokens()).isZero();
        assertThat(fresh.redis().exists(fresh.keys().topicHandovers(topic))).isFalse();
        assertThat(timer(handover)).isEmpty();
    }

    @Test
    void oneThatIsOpenIsNotForgotten() {
        Handover handover = offered();

        given.writer.forget(handover, new Timer("handover-forget", handover.id().value(), "1", Instant.EPOCH));

        assertThat(given.handovers.find(handover.id())).isPresent();
        assertThat(tokens()).isEqualTo(2);
    }

    @Test
    void whatFindsANewerOneStays() {
        Handover older = offered();
        takenBack(older);
        String shared = fresh.redis().hkeys(fresh.keys().of(Family.HANDOVER_TOKENS)).iterator().next();
        fresh.redis().hset(fresh.keys().of(Family.HANDOVER_TOKENS), shared, "o-newer");

        given.writer.forget(given.again(older), timer(older).orElseThrow());

        assertThat(fresh.redis().hgetAll(fresh.keys().of(Family.HANDOVER_TOKENS))).containsOnlyKeys(
                shared).containsValue("o-newer");
    }

    @Test
    void itIsForgottenWhereverItsOfferWasMoved() {
        Handover handover = offered();
        takenBack(handover);
        Timer timer = timer(handover).orElseThrow();
        Handover before = given.again(handover);
        Place place = given.places.of(topic).orElseThrow();
        TopicId moved = ((Moved.Done) TopicsFixture.mover(fresh).move(place.conversation(), Objects.requireNonNull(
                before.entry()), null, "Another matter")).to();
        assertThat(given.handovers.of(List.of(moved))).hasSize(1);
        assertThat(given.handovers.of(List.of(topic))).isEmpty();

        given.writer.forget(before, timer);

        assertThat(given.handovers.of(List.of(moved))).isEmpty();
        assertThat(given.handovers.find(handover.id())).isEmpty();
    }

    @Test
    void whatFoundItIsErasedWithItsCustomer() {
        Handover handover = offered();
        Place place = given.places.of(topic).orElseThrow();
        List<String> found = List.copyOf(fresh.redis().hkeys(fresh.keys().of(Family.HANDOVER_TOKENS)));
        Removal removal = new Removal();

        new RedisHandoverRemains(fresh.store(), fresh.keys(), given.proofs).of(new Erased(place.customer(),
                place.conversation(), List.of(place.topic()), List.of()), removal);

        Removal.Plan plan = removal.plan();
        int tokens = plan.keys().indexOf(fresh.keys().of(Family.HANDOVER_TOKENS));
        assertThat(plan.fields()).filteredOn(part -> part.key() == tokens).singleElement().satisfies(
                part -> assertThat(part.names()).containsExactlyInAnyOrderElementsOf(found));
        assertThat(removal.timersOf()).contains(handover.id().value());
    }
}
