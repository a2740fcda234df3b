package dev.loper.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Days;
import dev.loper.access.QueueId;
import dev.loper.channel.SendResult;
import dev.loper.conversation.Added;
import dev.loper.conversation.Assignments;
import dev.loper.conversation.ConversationFixture;
import dev.loper.conversation.EntryBody;
import dev.loper.conversation.Topic;
import dev.loper.conversation.TopicCommandsFixture;
import dev.loper.conversation.WaitingTopic;
import dev.loper.conversation.WaitingTopics;
import dev.loper.message.AccountId;
import dev.loper.message.Author;
import dev.loper.message.Delivery;
import dev.loper.conversation.Entry;
import dev.loper.message.EntryId;
import dev.loper.message.PersonId;
import dev.loper.message.PromiseId;
import dev.loper.promise.PromiseWriter.Verb;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisServer;
import dev.loper.reply.OutboundQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PromiseWriterTests {

    /// The scripts go by Redis' clock; these moments lie ahead of it, and behind it.
    private static final Instant AHEAD = Clock.systemUTC().instant().plus(Duration.ofDays(1));
    private static final Instant PASSED = Instant.parse("2020-01-01T14:00:00Z");
    private static final Author BRAM = new Author(Author.Kind.AGENT, "p-bram", "Bram");
    private static final AccountId SMS = new AccountId("sms-main");

    private final RedisServer.Fresh fresh = workspace();
    private final PromiseFixture given = new PromiseFixture(fresh);
    private final OutboundQueue queue = new OutboundQueue(fresh.store(), fresh.keys(), Clock.systemUTC(), Days.UTC);

    /// Where it runs; on a Cluster in the subclass.
    RedisServer.Fresh workspace() {
        return RedisServer.fresh();
    }

    @BeforeEach
    void adaHasWritten() {
        given.ada.says("My lamp flickers.");
    }

    @Test
    void makingItSaysTheSentenceAndRecordsThePromiseInOneStep() {
        Promise promise = given.make(AHEAD);

        assertThat(promise.state()).isEqualTo(PromiseState.OPEN);
        assertThat(promise.due()).isEqualTo(AHEAD.truncatedTo(java.time.temporal.ChronoUnit.MILLIS));
        assertThat(promise.topic()).isEqualTo(given.ada.topic().id());
        assertThat(given.sentence(promise).promise()).isEqualTo(promise.id().value());
        assertThat(given.row().id()).isEqualTo(promise.id().value());
        assertThat(given.in("open")).containsExactly(promise.id());
        assertThat(given.in("owner:p-lotte:open")).containsExactly(promise.id());
        assertThat(timers()).hasSize(4);
    }

    @Test
    void aRepeatedRequestMakesNoSecondPromise() {
        given.make(new PromiseId("one"), AHEAD, Duration.ZERO, null, "same");
        Added again = given.make(new PromiseId("two"), AHEAD, Duration.ZERO, null, "same");

        assertThat(again).isInstanceOf(Added.Repeat.class);
        assertThat(given.in("open")).containsExactly(new PromiseId("one"));
        assertThat(given.promises.find(new PromiseId("two"))).isEmpty();
    }

    @Test
    void onAnOldScreenNothingIsPromised() {
        EntryId seen = given.ada.entries().getLast().id();
        given.ada.says("Never mind, it works.");

        assertThat(given.make(new PromiseId("p"), AHEAD, Duration.ZERO, seen, "c")).isInstanceOf(Added.Stale.class);
        assertThat(given.in("open")).isEmpty();
        assertThat(timers()).isEmpty();
    }

    @Test
    void undoTakesBackThePromiseWithItsSentence() {
        Promise promise = given.make(AHEAD, Duration.ofMinutes(1));

        assertThat(withdraw(promise)).isTrue();

        assertThat(given.again(promise).state()).isEqualTo(PromiseState.WITHDRAWN);
        assertThat(given.in("open", "late", "due-soon")).isEmpty();
        assertThat(given.ada.topic().promise()).isNull();
        assertThat(timers()).isEmpty();
        assertThat(given.promises.of(List.of(given.ada.topic().id()))).isEmpty();
    }

    @Test
    void aSentenceWhosePromiseWasKeptMeanwhileIsNotTakenBack() {
        Promise promise = given.make(AHEAD, Duration.ofMinutes(1));
        given.keep(promise);
        assertThat(withdraw(promise)).isFalse();
        assertThat(given.again(promise).state()).isEqualTo(PromiseState.KEPT);
    }

    @Test
    void whatHasFiredDoesNotFireAgainWhenTheAnswerThatKeptItIsTakenBack() {
        Promise promise = given.make(AHEAD);
        given.fire(promise, "soon", null);
        Entry answer = given.ada.answers("Your lamp is mended.", Duration.ofMinutes(1));
        given.keep(given.again(promise), answer.id());
        assertThat(given.again(promise).state()).isEqualTo(PromiseState.KEPT);

        assertThat(queue.withdraw(new OutboundQueue.Job(SMS, promise.home(), answer.id()), promise.topic())).isTrue();

        Promise back = given.again(promise);
        assertThat(back.state()).isEqualTo(PromiseState.DUE_SOON);
        assertThat(back.keptBy()).isNull();
        assertThat(timers()).containsExactlyInAnyOrder("promise-notice|" + promise.id() + "|" + back.version(),
                "promise-late|" + promise.id() + "|" + back.version(), "promise-escalate|" + promise.id() + "|"
                        + back.version());
        assertThat(given.row().due()).isEqualTo(promise.due().toEpochMilli());
    }

    @Test
    void keptInTimeItIsKeptAndItsTimersAreGone() {
        Promise promise = given.make(AHEAD);
        assertThat(given.keep(promise)).isInstanceOf(PromiseChange.Done.class);

        assertThat(given.again(promise).state()).isEqualTo(PromiseState.KEPT);
        assertThat(given.in("kept")).containsExactly(promise.id());
        assertThat(given.in("open")).isEmpty();
        assertThat(given.told()).containsExactly("said", "kept");
        assertThat(given.ada.topic().promise()).isNull();
        assertThat(timers()).isEmpty();
    }

    @Test
    void keptAfterItsMomentItIsKeptLate() {
        Promise promise = given.make(PASSED);
        given.keep(promise);
        assertThat(given.again(promise).state()).isEqualTo(PromiseState.KEPT_LATE);
    }

    @Test
    void anotherMomentAfterThePromisedOneDoesNotMakeItKeptInTime() {
        Promise promise = given.make(PASSED);
        given.renegotiate(promise, AHEAD, Duration.ZERO);
        assertThat(given.again(promise).state()).isEqualTo(PromiseState.OPEN);
        given.keep(promise);
        assertThat(given.again(promise).state()).isEqualTo(PromiseState.KEPT_LATE);
    }

    @Test
    void anotherMomentBeforeThePromisedOneIsKeptInTime() {
        Promise promise = given.make(AHEAD);
        Instant later = AHEAD.plus(Duration.ofHours(2));
        given.renegotiate(promise, later, Duration.ZERO);

        Promise moved = given.again(promise);
        assertThat(moved.moments()).extracting(Promise.Moment::due).containsExactly(promise.due(),
                later.truncatedTo(java.time.temporal.ChronoUnit.MILLIS));
        assertThat(moved.moments().getLast().reason()).isEqualTo("the workshop is closed");
        assertThat(timers()).hasSize(4).allMatch(timer -> timer.endsWith("|" + moved.version()));
        given.keep(moved);
        assertThat(given.again(promise).state()).isEqualTo(PromiseState.KEPT);
    }

    @Test
    void undoOfARenegotiationGivesTheOldMomentBack() {
        Promise promise = given.make(AHEAD);
        given.renegotiate(promise, AHEAD.plus(Duration.ofHours(2)), Duration.ofMinutes(1));

        assertThat(withdraw(given.again(promise))).isTrue();

        Promise back = given.again(promise);
        assertThat(back.due()).isEqualTo(promise.due());
        assertThat(back.moments()).hasSize(1);
        assertThat(back.entry()).isEqualTo(promise.entry());
        assertThat(given.row().due()).isEqualTo(promise.due().toEpochMilli());
        assertThat(timers()).hasSize(4).allMatch(timer -> timer.endsWith("|" + back.version()));
    }

    @Test
    void whatHasFiredDoesNotFireAgainWhenAMomentIsTakenBack() {
        Promise promise = given.make(PASSED);
        given.fire(promise, "soon", null);
        given.fire(promise, "notice", null);
        given.fire(promise, "late", null);
        given.fire(promise, "escalate", AHEAD);
        Promise late = given.again(promise);
        given.renegotiate(promise, AHEAD, Duration.ofMinutes(1));

        assertThat(withdraw(given.again(promise))).isTrue();

        Promise back = given.again(promise);
        assertThat(back.state()).isEqualTo(PromiseState.LATE);
        assertThat(back.noticed()).isEqualTo(late.noticed());
        assertThat(back.escalated()).isEqualTo(1);
        assertThat(timers()).filteredOn(timer -> timer.startsWith("promise-")).containsExactly("promise-escalate|"
                + promise.id() + "|" + back.version());
    }

    @Test
    void whoeverTookOverMeanwhileKeepsThePromiseWhoseMomentIsTakenBack() {
        Promise promise = given.make(AHEAD);
        given.renegotiate(promise, AHEAD.plus(Duration.ofHours(2)), Duration.ofMinutes(1));
        TopicCommandsFixture commands = new TopicCommandsFixture(fresh);
        commands.assign(given.ada.conversation(), given.ada.topic().id(), "p-bram", "Bram");
        commands.move(given.ada.conversation(), given.ada.topic().id(), "returns");

        assertThat(withdraw(given.again(promise))).isTrue();

        assertThat(given.again(promise).due()).isEqualTo(promise.due());
        assertThat(given.again(promise).ownerName()).isEqualTo("Bram");
        assertThat(given.in("queue:returns:open")).containsExactly(promise.id());
    }

    @Test
    void aSentenceThatWentMeanwhileIsKnownToHaveGoneWhenAMomentIsTakenBack() {
        Promise promise = given.make(AHEAD);
        given.renegotiate(promise, AHEAD.plus(Duration.ofHours(2)), Duration.ofMinutes(1));
        OutboundQueue.Claim.Send claim = (OutboundQueue.Claim.Send) queue.claim(queue.due(SMS, 1).getFirst());
        queue.finish(claim.job(), claim.attempt(), new SendResult.Sent("SM1", Delivery.SENT), SMS, Duration.ZERO);

        assertThat(withdraw(given.again(promise))).isTrue();
        assertThat(given.again(promise).told()).isEqualTo(Delivery.SENT);
    }

    @Test
    void ofTwoWhoMoveItAtTheSameTimeOneIsTold() {
        Promise read = given.make(AHEAD);
        given.renegotiate(read, AHEAD.plus(Duration.ofHours(2)), Duration.ZERO, ConversationFixture.LOTTE);
        assertThat(given.renegotiate(read, AHEAD.plus(Duration.ofHours(3)), Duration.ZERO, BRAM)).isInstanceOf(
                PromiseChange.MovedOn.class);
        assertThat(given.again(read).moments()).hasSize(2);
    }

    @Test
    void whoeverTakesTheTopicByMovingThePromiseOwnsIt() {
        Promise promise = given.make(AHEAD);
        new TopicCommandsFixture(fresh).putBack(given.ada.conversation(), given.ada.topic().id());

        given.renegotiate(given.again(promise), AHEAD.plus(Duration.ofHours(2)), Duration.ZERO, BRAM);

        assertThat(given.ada.topic().assigneeName()).isEqualTo("Bram");
        assertThat(given.again(promise).ownerName()).isEqualTo("Bram");
        assertThat(given.in("owner:p-bram:open")).containsExactly(promise.id());
    }

    @Test
    void whatCannotBeToldIsNotCalledTold() {
        Promise promise = given.make(AHEAD);
        given.writer.note(promise, given.ada.conversation(), EntryBody.promise(Author.SYSTEM, PromiseKeeping.event(
                "untold", null), "", "untold"), Verb.of("notice", "untold", true));

        assertThat(given.again(promise).noticed()).isNull();
        assertThat(given.again(promise).told()).isEqualTo(Delivery.FAILED);
    }

    @Test
    void itIsLateSinceItsMomentHoweverLongNobodyLooked() {
        Promise promise = given.make(PASSED);
        given.fire(promise, "late", null);
        assertThat(given.again(promise).wasLate()).isEqualTo(promise.due());
    }

    @Test
    void theChainWaitsForAStepToLateThatFailedOnce() {
        Promise promise = given.make(PASSED);
        assertThat(given.fire(promise, "escalate", null)).isInstanceOf(PromiseChange.MovedOn.class);
        given.fire(promise, "late", null);
        assertThat(given.fire(given.again(promise), "escalate", null)).isInstanceOf(PromiseChange.Done.class);
        assertThat(given.again(promise).escalated()).isEqualTo(1);
    }

    @Test
    void aClosedPromiseStaysClosed() {
        Promise promise = given.make(AHEAD);
        given.release(promise);
        assertThat(given.keep(promise)).isEqualTo(new PromiseChange.Closed(PromiseState.RELEASED));
        assertThat(given.renegotiate(promise, AHEAD, Duration.ZERO)).isEqualTo(
                new PromiseChange.Closed(PromiseState.RELEASED));
        assertThat(given.told()).containsExactly("said", "released");
    }

    @Test
    void answeringAndResolvingDoNotCloseIt() {
        Promise promise = given.make(AHEAD);
        given.ada.answers("We are looking at it.");
        new TopicCommandsFixture(fresh).resolve(given.ada.conversation(),
                given.ada.topic().id());
        assertThat(given.again(promise).state()).isEqualTo(PromiseState.OPEN);
        assertThat(timers()).hasSize(4);
    }

    @Test
    void whoeverTakesTheTopicOverOwnsItsPromises() {
        Promise promise = given.make(AHEAD);
        new TopicCommandsFixture(fresh).assign(given.ada.conversation(), given.ada.topic().id(),
                "p-bram", "Bram");

        assertThat(given.again(promise).ownerName()).isEqualTo("Bram");
        assertThat(given.in("owner:p-bram:open")).containsExactly(promise.id());
        assertThat(given.in("owner:p-lotte:open")).isEmpty();
    }

    @Test
    void whatNobodyHasAnyMoreKeepsItsOwnerUntilSomebodyAnswersIt() {
        Promise promise = given.make(AHEAD);
        new TopicCommandsFixture(fresh).putBack(given.ada.conversation(), given.ada.topic().id());
        assertThat(given.again(promise).ownerName()).isEqualTo("Lotte");

        given.ada.isAnsweredBy(BRAM, "I look into it.");

        assertThat(given.again(promise).ownerName()).isEqualTo("Bram");
        assertThat(given.in("owner:p-bram:open")).containsExactly(promise.id());
    }

    @Test
    void whoeverIsGivenWhatSomebodyPutBackOwnsItsPromises() {
        Promise promise = given.make(AHEAD);
        given.ada.says("Is there any news?");
        new TopicCommandsFixture(fresh).putBack(given.ada.conversation(), given.ada.topic().id());

        WaitingTopics waiting = new WaitingTopics(fresh.store(), fresh.keys());
        WaitingTopic next = waiting.page(WaitingTopics.in(List.of(QueueId.MAIN)), null, 1).topics().getFirst();
        new Assignments(fresh.store(), fresh.keys()).give(next, new Assignments.To(new PersonId("p-bram"), "Bram", null,
                null, "next", null), BRAM);

        assertThat(given.again(promise).ownerName()).isEqualTo("Bram");
    }

    @Test
    void whoeverTakesItInAnotherQueueOwnsItsPromises() {
        Promise promise = given.make(AHEAD);
        TopicCommandsFixture commands = new TopicCommandsFixture(fresh);
        commands.move(given.ada.conversation(), given.ada.topic().id(), "returns");
        assertThat(given.ada.topic().assignee()).isNull();

        commands.assign(given.ada.conversation(), given.ada.topic().id(), "p-bram", "Bram");

        assertThat(given.again(promise).ownerName()).isEqualTo("Bram");
    }

    @Test
    void whatGoesToAnotherQueueTakesItsPromisesAlong() {
        Promise promise = given.make(AHEAD);
        new TopicCommandsFixture(fresh).move(given.ada.conversation(), given.ada.topic().id(),
                "returns");

        assertThat(given.again(promise).queue()).isEqualTo("returns");
        assertThat(given.in("queue:returns:open")).containsExactly(promise.id());
        assertThat(given.in("queue:main:open")).isEmpty();
    }

    @Test
    void whatHappensIsCountedWhenItHappensAndAnUndoneMomentIsNot() {
        given.keep(given.make(AHEAD));
        given.keep(given.make(PASSED));
        given.release(given.make(AHEAD));
        Promise moved = given.make(AHEAD);
        given.renegotiate(moved, AHEAD.plus(Duration.ofHours(2)), Duration.ofMinutes(1));
        Promise twice = given.make(AHEAD);
        given.renegotiate(twice, AHEAD.plus(Duration.ofHours(2)), Duration.ZERO);
        withdraw(given.again(moved));

        LocalDate today = Days.UTC.today();
        PromiseFigures figures = new PromiseTallies(fresh.store(), fresh.keys()).between(today.minusDays(1), today,
                count -> true);
        PromiseFigures.Sums total = figures.total();
        assertThat(total.kept()).isEqualTo(1);
        assertThat(total.keptLate()).isEqualTo(1);
        assertThat(total.released()).isEqualTo(1);
        assertThat(total.renegotiated()).isEqualTo(1);
        assertThat(total.meanLatenessSeconds()).isPositive();
        assertThat(figures.by(PromiseFigures.Count::channel)).containsOnlyKeys("sms");
        assertThat(figures.by(PromiseFigures.Count::owner)).containsOnlyKeys("p-lotte");
    }

    @Test
    void theChainGoesOnAsLongAsItIsLateAndEachStepFiresOnce() {
        Promise promise = given.make(PASSED);
        given.fire(promise, "late", null);
        assertThat(given.fire(given.again(promise), "escalate", AHEAD)).isInstanceOf(PromiseChange.Done.class);
        assertThat(given.again(promise).escalated()).isEqualTo(1);
        assertThat(timers()).anyMatch(timer -> timer.startsWith("promise-escalate|"));
        assertThat(given.fire(given.again(promise), "escalate", null)).isInstanceOf(PromiseChange.Done.class);
        assertThat(given.fire(given.again(promise), "escalate", null)).isInstanceOf(PromiseChange.MovedOn.class);
        assertThat(given.again(promise).escalated()).isEqualTo(2);
        assertThat(timers()).noneMatch(timer -> timer.startsWith("promise-escalate|"));
    }

    @Test
    void whatIsDueBeforeAMomentIsFoundAndCounted() {
        Promise today = given.make(AHEAD);
        given.make(AHEAD.plus(Duration.ofDays(2)));
        given.keep(given.make(AHEAD));

        Instant evening = AHEAD.plus(Duration.ofHours(3));
        assertThat(given.promises.page(List.of("open", "kept"), "", evening, 50)).extracting(
                Promise::id).containsExactly(today.id());
        assertThat(given.promises.count(List.of("open", "due-soon"), evening)).isEqualTo(1);
        assertThat(given.promises.count(List.of("open", "due-soon"), null)).isEqualTo(2);
    }

    @Test
    void whatWaitsForSomebodyElseIsFoundApartUntilItIsKept() {
        Promise promise = given.waits(AHEAD, "Karel, workshop");
        given.make(AHEAD);

        assertThat(given.in("waits")).containsExactly(promise.id());
        assertThat(given.in("owner:p-lotte:waits")).containsExactly(promise.id());
        given.keep(promise);
        assertThat(given.in("waits")).isEmpty();
    }

    @Test
    void itKnowsHowFarItsSentenceGot() {
        Promise promise = given.make(AHEAD);
        assertThat(promise.told()).isEqualTo(Delivery.QUEUED);

        OutboundQueue.Claim.Send claim = (OutboundQueue.Claim.Send) queue.claim(queue.due(SMS, 1).getFirst());
        queue.finish(claim.job(), claim.attempt(), new SendResult.Sent("SM1", Delivery.SENT), SMS, Duration.ZERO);
        assertThat(given.again(promise).told()).isEqualTo(Delivery.SENT);

        queue.receipt(promise.home(), promise.entry(), Delivery.FAILED, 1, "The number is not in use.");
        assertThat(given.again(promise).told()).isEqualTo(Delivery.FAILED);
    }

    @Test
    void theRowTellsOfTheEarliestPromise() {
        Promise later = given.make(AHEAD.plus(Duration.ofHours(1)));
        Promise earlier = given.make(AHEAD);
        assertThat(given.row().id()).isEqualTo(earlier.id().value());
        given.keep(earlier);
        assertThat(given.row().id()).isEqualTo(later.id().value());
    }

    @Test
    void itKnowsTheNewestOfWhatTheCustomerAddedAlsoWhenAnotherMomentIsTakenBack() {
        Promise promise = given.make(AHEAD);
        for (int i = 1; i <= 22; i++) {
            given.adds(promise, "Number " + i);
        }
        List<EntryId> newest = given.ada.entries().stream().filter(entry -> entry.body().event() != null
                && entry.body().event().kind().equals("added")).map(Entry::id).skip(2).toList();
        assertThat(given.again(promise).added()).hasSize(20).isEqualTo(newest);

        given.renegotiate(promise, AHEAD.plus(Duration.ofHours(1)), Duration.ofMinutes(1));
        Promise moved = given.again(promise);
        given.adds(promise, "The last one");
        assertThat(queue.withdraw(new OutboundQueue.Job(SMS, moved.home(), moved.entry()), moved.topic())).isTrue();
        assertThat(given.again(promise).added()).hasSize(20).startsWith(newest.subList(1, 20).toArray(EntryId[]::new));
    }

    @Test
    void whatTheCustomerAddsBeginsAWaitAndBringsBackWhatIsSnoozed() {
        Promise promise = given.make(AHEAD);
        new TopicCommandsFixture(fresh).snooze(given.ada.conversation(), given.ada.topic().id(), AHEAD);
        assertThat(given.ada.topic().waitingSince()).isNull();
        assertThat(timers()).noneMatch(timer -> timer.startsWith("target|"));

        given.adds(promise, "It is the red one.");
        given.adds(promise, "And it hums.");

        Topic topic = given.ada.topic();
        assertThat(topic.status()).isEqualTo(Topic.Status.OPEN);
        assertThat(topic.waitingSince()).isNotNull();
        assertThat(topic.preview()).isEqualTo("And it hums.");
        assertThat(timers()).filteredOn(timer -> timer.startsWith("target|")).hasSize(1);
        assertThat(waitsThatBegan()).as("by her message, and by what she added").isEqualTo(2);
    }

    @Test
    void aPageOfSeveralListsIsOneListWithoutGapsOrRepeats() {
        for (int i = 0; i < 7; i++) {
            Promise promise = given.make(AHEAD.plus(Duration.ofMinutes(i)));
            if (i % 3 == 0) {
                given.keep(promise);
            }
        }
        List<String> lists = List.of("open", "kept", "late");
        List<Promise> all = given.promises.page(lists, "", null, 50);
        List<PromiseId> paged = new java.util.ArrayList<>();
        String cursor = "";
        List<Promise> page;
        do {
            page = given.promises.page(lists, cursor, null, 2);
            page.forEach(promise -> paged.add(promise.id()));
            cursor = page.isEmpty() ? "" : Promises.cursor(page.getLast());
        } while (page.size() == 2);

        assertThat(paged).containsExactlyElementsOf(all.stream().map(Promise::id).toList()).hasSize(7);
        assertThat(all.stream().map(promise -> promise.state().active()).toList()).containsExactly(true, true, true,
                true, false, false, false);
    }

    private boolean withdraw(Promise promise) {
        return queue.withdraw(new OutboundQueue.Job(SMS, promise.home(), promise.entry()), promise.topic());
    }

    private record Minute(int began) {}

    private int waitsThatBegan() {
        return fresh.redis().hvals(fresh.keys().of(Family.FLOW)).stream().mapToInt(
                minute -> RedisJson.read(minute, Minute.class).began()).sum();
    }

    private List<String> timers() {
        return fresh.redis().zrange(fresh.keys().of(Family.TIMERS), 0, -1);
    }
}
