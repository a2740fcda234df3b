package dev.loper.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.conversation.EntryBody;
import dev.loper.conversation.Rig;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ChannelKind;
import dev.loper.message.PersonId;
import dev.loper.message.TopicId;
import dev.loper.redis.RedisServer;
import dev.loper.routing.LongestWaiting.Next;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Who gets the work.
class DistributionTests {

    private static final String LOTTE = "p-lotte";
    private static final ChannelAddress ADA = new ChannelAddress.Phone("+31611111111");

    private final Floor floor = new Floor(RedisServer.fresh(), Clock.systemUTC());
    private final Distribution distribution = floor.node();

    @Test
    void theLongestWaitingTopicGoesFirstWhicheverItsQueue() {
        TopicId first = floor.text("billing - one");
        TopicId second = floor.text("orders - two");
        TopicId third = floor.text("billing - three");
        PersonId anna = here("anna");

        assertThat(distribution.round()).isEqualTo(2);

        assertThat(floor.has(first)).isEqualTo(anna);
        assertThat(floor.has(second)).isEqualTo(anna);
        assertThat(floor.has(third)).isNull();
    }

    @Test
    void ofThoseWhoAreFreeTheLeastBusyGetsIt() {
        PersonId anna = here("anna", 4);
        PersonId bram = here("bram", 4);
        List<TopicId> topics = List.of(floor.text("orders - 1"), floor.text("orders - 2"), floor.text("orders - 3"),
                floor.text("orders - 4"));

        distribution.round();

        assertThat(topics.stream().filter(topic -> anna.equals(floor.has(topic)))).hasSize(2);
        assertThat(topics.stream().filter(topic -> bram.equals(floor.has(topic)))).hasSize(2);
    }

    @Test
    void howBusySomebodyIsDependsOnHowMuchTheyTake() {
        PersonId takesTwo = here("anna", 2);
        PersonId takesTen = here("bram", 10);
        for (int i = 0; i < 6; i++) {
            floor.text("orders - " + i);
        }

        distribution.round();

        assertThat(load(takesTwo)).isEqualTo(1);
        assertThat(load(takesTen)).isEqualTo(5);
    }

    @Test
    void whatSomebodyHasIsCountedOnEachOfTheirChannels() {
        PersonId anna = here("anna");
        PersonId bram = here("bram");
        floor.assign(floor.text("orders - one"), anna);
        floor.assign(floor.text("billing - two"), anna);
        floor.assign(floor.mail("orders - three"), anna);

        assertThat(floor.loads(anna)).isEqualTo(Map.of(ChannelKind.SMS, 2, ChannelKind.EMAIL, 1));
        assertThat(floor.loads(bram)).isEmpty();
    }

    @Test
    void whoeverHelpedThisCustomerLastGetsThemAgainAndTheTimelineSaysSo() {
        TopicId topic = helpedByLotte();
        PersonId lotte = here(LOTTE, 5);
        here("anna", 5);
        floor.assign(floor.text("returns - something else"), lotte);

        distribution.round();

        assertThat(floor.has(topic)).isEqualTo(lotte);
        EntryBody.Event told = floor.told(topic).getLast();
        assertThat(told.why()).isEqualTo("helped");
        assertThat(told.since()).isBetween(floor.clock.instant().minusSeconds(60), floor.clock.instant());
    }

    @Test
    void whoeverHelpedThisCustomerButIsAwayDoesNotKeepThemWaiting() {
        TopicId topic = helpedByLotte();
        floor.crew.add(LOTTE, 5, Set.of());
        PersonId anna = here("anna", 5);

        distribution.round();

        assertThat(floor.has(topic)).isEqualTo(anna);
        assertThat(floor.told(topic).getLast().why()).isEqualTo("free");
    }

    @Test
    void takeNextFindsTheOneTheyCanHelpBehindAllWhomTheyCannot() {
        for (int i = 0; i < 230; i++) {
            floor.text("orders de Wo ist es?");
        }
        TopicId nl = floor.text("orders nl waar is het?");
        PersonId dutch = here("dutch", 5, Set.of("nl"), "orders");

        assertThat(floor.takesNext(dutch, "orders")).isEqualTo(new Next.Taken(nl));
        assertThat(floor.has(nl)).isEqualTo(dutch);
    }

    @Test
    void takeNextLooksAtSoManyAtATimeAndSaysWhereToLookFurther() {
        for (int i = 0; i < 2_030; i++) {
            floor.text("orders de Wo ist es?");
        }
        TopicId nl = floor.text("orders nl waar is het?");
        PersonId dutch = here("dutch", 5, Set.of("nl"), "orders");

        Next first = floor.takesNext(dutch, "orders");

        assertThat(first).isInstanceOfSatisfying(Next.OtherLanguages.class,
                others -> assertThat(floor.looksFurther(dutch, others.next(), "orders")).isEqualTo(new Next.Taken(
                        nl)));
    }

    @Test
    void takeNextSaysThatOthersWaitInLanguagesOneDoesNotSpeak() {
        PersonId dutch = here("dutch", 5, Set.of("nl"), "orders");
        assertThat(floor.takesNext(dutch, "orders")).isEqualTo(new Next.Nobody());

        floor.text("orders de Wo ist es?");

        assertThat(floor.takesNext(dutch, "orders")).isEqualTo(new Next.OtherLanguages(null));
        assertThat(floor.takesNext(here("german", 5, Set.of("de")), "orders")).isInstanceOf(Next.Taken.class);
        assertThat(floor.takesNext(dutch, "orders")).isEqualTo(new Next.Nobody());
    }

    @Test
    void takeNextGoesByTheLanguagesItsQueueIsAnsweredInAsGivingOutDoes() {
        floor.queueIn("service", "nl", "en");
        TopicId de = floor.text("service de wo ist es?");
        PersonId german = here("german", 5, Set.of("de"));
        PersonId dutch = here("dutch", 5, Set.of("nl"));

        assertThat(floor.takesNext(german, "service")).isEqualTo(new Next.OtherLanguages(null));
        assertThat(floor.takesNext(dutch, "service")).isEqualTo(new Next.Taken(de));
    }

    @Test
    void whoeverIsAwayOrBusyOrGoneGetsNothing() {
        PersonId away = here("away");
        floor.goes(away);
        floor.crew.add("offline");
        PersonId busy = here("busy");
        floor.presences.say(busy, new Said(dev.loper.access.Presence.State.BUSY, null, null, null,
                floor.clock.millis()));
        TopicId topic = floor.text("orders - hello");

        assertThat(distribution.round()).isZero();
        assertThat(floor.has(topic)).isNull();
    }

    @Test
    void aTopicGoesOnlyToWhoSeesItsQueueAndSpeaksItsLanguage() {
        PersonId dutch = here("dutch", 5, Set.of("nl"), "orders");
        PersonId english = here("english", 5, Set.of("en"), "orders");
        here("billing", 5, Set.of("nl", "en"), "billing");
        TopicId nl = floor.text("orders nl waar is het?");
        TopicId en = floor.text("orders en where is it?");
        TopicId de = floor.text("orders de wo ist es?");
        TopicId unknown = floor.text("orders - ??");

        distribution.round();

        assertThat(floor.has(nl)).isEqualTo(dutch);
        assertThat(floor.has(en)).isEqualTo(english);
        assertThat(floor.has(de)).isNull();
        assertThat(floor.has(unknown)).isIn(dutch, english);
    }

    @Test
    void whoeverWritesALanguageTheirQueueIsNotAnsweredInIsAnsweredInOneOfItsOwn() {
        floor.queueIn("service", "nl", "en");
        here("german", 5, Set.of("de"));
        TopicId de = floor.text("service de wo ist es?");
        TopicId unknown = floor.text("service - ??");
        distribution.round();
        assertThat(floor.has(de)).isNull();
        assertThat(floor.has(unknown)).isNull();

        PersonId dutch = here("dutch", 5, Set.of("nl"));
        TopicId en = floor.text("service en where is it?");
        distribution.round();

        assertThat(floor.has(de)).isEqualTo(dutch);
        assertThat(floor.has(unknown)).isEqualTo(dutch);
        assertThat(floor.has(en)).isNull();
    }

    @Test
    void whatNobodyCanTakeDoesNotKeepWhatIsBehindItFromItsTurn() {
        for (int i = 0; i < 120; i++) {
            floor.text("orders de Wo ist es?");
        }
        TopicId behind = floor.text("orders nl waar is het?");
        PersonId dutch = here("dutch", 5, Set.of("nl"));

        distribution.round();

        assertThat(floor.has(behind)).isEqualTo(dutch);
    }

    @Test
    void whoeverGetsRoomAgainIsGivenTheLongestWaitingHoweverManyWaitBehind() {
        List<TopicId> topics = IntStream.range(0, 1_100).mapToObj(i -> floor.text("orders nl " + i)).toList();
        PersonId anna = here("anna", 1, Set.of("nl"));
        here("spare", 5, Set.of("de"));
        distribution.round();
        assertThat(floor.has(topics.getFirst())).isEqualTo(anna);

        floor.rig.commands.resolve(floor.conversation(topics.getFirst()), topics.getFirst(), Rig.LOTTE);
        distribution.round();
        assertThat(floor.has(topics.get(1))).isEqualTo(anna);
    }

    @Test
    void whatIsFarBackIsComeToInTime() {
        IntStream.range(0, 1_100).forEach(i -> floor.text("orders de " + i));
        TopicId last = floor.text("orders nl waar is het?");
        PersonId dutch = here("dutch", 1, Set.of("nl"));

        distribution.round();
        distribution.round();
        distribution.round();
        assertThat(floor.has(last)).isEqualTo(dutch);
    }

    @Test
    void nobodyIsGivenMoreThanTheyTakeAndWhatIsDoneMakesRoom() {
        PersonId anna = here("anna", 2);
        List<TopicId> topics = List.of(floor.text("orders - 1"), floor.text("orders - 2"), floor.text("orders - 3"));

        distribution.round();
        assertThat(load(anna)).isEqualTo(2);

        floor.rig.commands.resolve(floor.conversation(topics.getFirst()), topics.getFirst(), Rig.LOTTE);
        distribution.round();
        assertThat(floor.has(topics.get(2))).isEqualTo(anna);
    }

    @Test
    void whoeverPutsATopicBackIsNotGivenItAgain() {
        PersonId anna = here("anna");
        TopicId topic = floor.text("orders - hello");
        distribution.round();
        floor.rig.commands.unassign(floor.conversation(topic), topic, Rig.LOTTE);

        assertThat(distribution.round()).isZero();

        PersonId bram = here("bram");
        distribution.round();
        assertThat(floor.has(topic)).isEqualTo(bram).isNotEqualTo(anna);
    }

    @Test
    void aQueueThatIsNotAutomaticIsLeftAlone() {
        here("anna");
        TopicId topic = floor.text("returns - hello");

        assertThat(distribution.round()).isZero();
        assertThat(floor.has(topic)).isNull();
    }

    /// A customer writes again, to billing, whom Lotte helped a moment ago, with orders.
    private TopicId helpedByLotte() {
        TopicId topic = floor.text(ADA, "orders - where is it?");
        floor.rig.answers(topic, ADA, "On its way.");
        floor.rig.commands.moveTo(new EntryBody.QueueRef("billing", "Billing"), floor.conversation(topic), topic, null,
                "", Rig.LOTTE);
        return floor.text(ADA, "billing - and the bill?");
    }

    private PersonId here(String id) {
        return here(id, 2);
    }

    private PersonId here(String id, int texts) {
        return here(id, texts, Set.of());
    }

    private PersonId here(String id, int texts, Set<String> speaks, String... queues) {
        PersonId person = floor.crew.add(id, texts, speaks, queues);
        floor.comes(person);
        return person;
    }

    private int load(PersonId person) {
        return floor.load(person);
    }
}
