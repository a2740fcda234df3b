package dev.loper.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.conversation.Entry;
import dev.loper.conversation.EntryMover;
import dev.loper.conversation.Moved;
import dev.loper.conversation.Topic;
import dev.loper.conversation.TopicCommandsFixture;
import dev.loper.conversation.TopicsFixture;
import dev.loper.message.TopicId;
import dev.loper.redis.RedisServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A promise is where its sentence is, also when that turns out to be about another matter of the customer's.
class MovedSentenceTests {

    private static final Instant AHEAD = Clock.systemUTC().instant().plus(Duration.ofDays(1));

    private final RedisServer.Fresh fresh = RedisServer.fresh();
    private final PromiseFixture given = new PromiseFixture(fresh);
    private final EntryMover mover = TopicsFixture.mover(fresh);
    private TopicId lamp = new TopicId("none");

    @BeforeEach
    void adaHasWritten() {
        given.ada.says("My lamp flickers.");
        lamp = given.ada.topic().id();
    }

    private TopicId move(Entry entry, @Nullable TopicId to) {
        return ((Moved.Done) mover.move(given.ada.conversation(), entry.id(), to, "The shade")).to();
    }

    private Topic topic(TopicId id) {
        return given.ada.topics().find(id).orElseThrow();
    }

    @Test
    void aSentenceThatGetsATopicOfItsOwnTakesItsPromiseAlong() {
        Promise promise = given.make(AHEAD);

        TopicId shade = move(given.sentence(promise), null);

        assertThat(given.again(promise).topic()).isEqualTo(shade);
        assertThat(topic(shade).promise()).satisfies(row -> assertThat(row.id()).isEqualTo(promise.id().value()));
        assertThat(topic(lamp).promise()).isNull();
        assertThat(topic(lamp).status()).isEqualTo(Topic.Status.OPEN);
        assertThat(given.in("owner:p-lotte:open")).containsExactly(promise.id());
    }

    @Test
    void whatIsPromisedThereToldByAnotherSentenceStays() {
        Promise first = given.make(AHEAD);
        Promise second = given.make(AHEAD.plusSeconds(60));

        TopicId shade = move(given.sentence(first), null);

        assertThat(given.again(second).topic()).isEqualTo(lamp);
        assertThat(topic(lamp).promise()).satisfies(row -> assertThat(row.id()).isEqualTo(second.id().value()));
        assertThat(topic(shade).promise()).satisfies(row -> assertThat(row.id()).isEqualTo(first.id().value()));
    }

    @Test
    void inAnotherQueueItIsInTheListsOfThatQueueAndCanBeKeptThere() {
        Promise promise = given.make(AHEAD);
        TopicId shade = move(given.ada.says("And the shade is torn."), null);
        new TopicCommandsFixture(fresh).move(given.ada.conversation(), shade, "returns");

        move(given.sentence(promise), shade);

        assertThat(given.again(promise).queue()).isEqualTo("returns");
        assertThat(given.in("queue:returns:open")).containsExactly(promise.id());
        assertThat(given.in("queue:main:open")).isEmpty();
        given.keep(given.again(promise));
        assertThat(given.again(promise).state()).isEqualTo(PromiseState.KEPT);
        assertThat(topic(shade).promise()).isNull();
    }
}
