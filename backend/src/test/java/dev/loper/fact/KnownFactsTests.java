package dev.loper.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Given;
import dev.loper.MovableClock;
import dev.loper.access.Access;
import dev.loper.access.QueueId;
import dev.loper.access.Queues;
import dev.loper.access.Role;
import dev.loper.access.Viewer;
import dev.loper.conversation.Appended;
import dev.loper.conversation.Conversation;
import dev.loper.conversation.EntryBody;
import dev.loper.conversation.QueueChoice;
import dev.loper.conversation.Rig;
import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import dev.loper.message.PersonId;
import dev.loper.redis.RedisServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The ledger: what is kept, who sees it, and what becomes of it when things move.
class KnownFactsTests {

    private static final Viewer ORDERS = viewer("orders");
    private static final Viewer BILLING = viewer("billing");

    private final RedisServer.Fresh fresh = RedisServer.fresh();
    private final Rig rig = new Rig(fresh, message -> new QueueChoice.Route(new QueueId("orders"), null));
    private final Facts facts = new Facts(new RedisFacts(fresh.store(), fresh.keys()), fresh.store(), fresh.keys());
    private final KnownFacts known = new KnownFacts(facts, List.of(new AddressFacts()), rig.customers, rig.timeline,
            rig.topics,
            new Access(), new FactProperties(Duration.ofDays(60), 300));
    private final Appended.Stored said = rig.says(Given.sms().saying("My order number is 4711-82"));
    private final Conversation conversation = rig.conversations.find(said.conversation()).orElseThrow();
    private final HomeId home = conversation.homes().getFirst();

    private static Viewer viewer(String queue) {
        return new Viewer(new PersonId("p-" + queue), queue, Set.of(Role.AGENT),
                new Queues.Only(Set.of(new QueueId(queue))));
    }

    private Fact order(String value, EntryId entry, Instant at) {
        return new Fact("order-number", value, Fact.State.SAID, entry, said.topic(), "sms", at, null);
    }

    @Test
    void sayingTheSameAgainChangesNothingAndTellsNobody() {
        say(order("4711-82", said.entry(), MovableClock.NOON));
        long head = head();
        say(order("4711-82", said.entry(), MovableClock.NOON));
        assertThat(values(ORDERS)).containsExactly("4711-82");
        assertThat(head()).isEqualTo(head);
    }

    @Test
    void aFactIsSeenByWhoeverMaySeeTheTopicItsEntryLiesInNow() {
        say(order("4711-82", said.entry(), MovableClock.NOON));
        assertThat(values(ORDERS)).containsExactly("4711-82");
        assertThat(values(BILLING)).isEmpty();
        rig.commands.moveTo(new EntryBody.QueueRef("billing", "Billing"), conversation, said.topic(), null, "",
                Rig.LOTTE);
        assertThat(values(ORDERS)).isEmpty();
        assertThat(values(BILLING)).containsExactly("4711-82");
    }

    @Test
    void aFactIsGoneWithItsEntry() {
        say(order("4711-82", new EntryId("0000000000000000"), MovableClock.NOON));
        assertThat(values(ORDERS)).isEmpty();
    }

    @Test
    void factsFollowTheirAddressIntoAJoinedConversationAndOutOfItAgain() {
        say(order("4711-82", said.entry(), MovableClock.NOON));
        Appended.Stored other = rig.says(Given.mail().saying("Order 5000-1"));
        Conversation mail = rig.conversations.find(other.conversation()).orElseThrow();
        Conversation joined = new Conversation(mail.id(), mail.customer(), List.of(home, mail.homes().getFirst()));
        assertThat(known.of(joined, ORDERS).get("order-number")).extracting(Fact::value).containsExactly("4711-82");
        assertThat(known.of(mail, ORDERS)).doesNotContainKey("order-number");
    }

    @Test
    void theOldestMakeRoom() {
        for (int i = 0; i < 510; i++) {
            say(order("o-" + i, said.entry(), MovableClock.NOON.plusSeconds(i)));
        }
        assertThat(values(ORDERS)).hasSize(500).startsWith("o-509").doesNotContain("o-9");
    }

    @Test
    void whatOneOfUsWroteDownIsNotCrowdedOut() {
        say(new Fact("quiet-hours", "20:00-08:00", Fact.State.CORRECTED, null, said.topic(), "agent", MovableClock.NOON,
                new Fact.By("lotte", "Lotte")));
        for (int i = 0; i < 510; i++) {
            say(order("o-" + i, said.entry(), MovableClock.NOON.plusSeconds(i)));
        }
        assertThat(known.of(conversation, ORDERS).get("quiet-hours")).hasSize(1);
    }

    @Test
    void theSameNumberWrittenOtherwiseIsTheSameFact() {
        say(order("4711-82", said.entry(), MovableClock.NOON));
        say(order("4711 82", said.entry(), MovableClock.NOON.plusSeconds(60)));
        say(order("471182", said.entry(), MovableClock.NOON.plusSeconds(90)));
        say(order("4711-99", said.entry(), MovableClock.NOON.minusSeconds(60)));
        FactView view = FactView.of(BuiltIn.ORDER_NUMBER.kind(), Objects.requireNonNull(known.of(
                conversation, ORDERS).get("order-number")));
        assertThat(view.earlier()).extracting(FactView.Earlier::value).containsExactly("4711-99");
    }

    @Test
    void whatWasTakenAwayIsNotKnownUntilItIsSaidAgain() {
        say(order("4711-82", said.entry(), MovableClock.NOON));
        say(new Fact("order-number", "", Fact.State.CORRECTED, null, said.topic(), "agent",
                MovableClock.NOON.plusSeconds(
                        9),
                new Fact.By("lotte", "Lotte")));
        assertThat(known.of(conversation, ORDERS)).doesNotContainKey("order-number");
        say(order("4711-83", said.entry(), MovableClock.NOON.plusSeconds(60)));
        assertThat(values(ORDERS)).containsExactly("4711-83");
    }

    @Test
    void whatWasFilledInAfterTheQuestionWasNotKnownBeforeIt() {
        Fact filledIn = new Fact("postcode", "1017 AB", Fact.State.SAID, null, null, "web",
                MovableClock.NOON.plusSeconds(
                        60),
                null);
        assertThat(known.holds(filledIn, MovableClock.NOON)).isFalse();
        assertThat(known.holds(filledIn, MovableClock.NOON.plusSeconds(90))).isTrue();
    }

    @Test
    void oneUnknownAContactIsProposedAndWhatAnotherDepartmentHeardIsKnown() {
        assertThat(proposed(Clock.systemUTC())).contains("name");
        say(new Fact("name", "Ada", Fact.State.SAID, said.entry(), said.topic(), "sms", MovableClock.NOON, null));
        assertThat(known.of(conversation, BILLING)).doesNotContainKey("name");
        assertThat(proposed(Clock.systemUTC())).contains("email");
        rig.answers(said.topic(), Given.ADA, "What is your email address?");
        assertThat(proposed(Clock.systemUTC())).isEmpty();
        assertThat(proposed(Clock.offset(Clock.systemUTC(), Duration.ofHours(13)))).contains("email");
    }

    private Optional<String> proposed(Clock clock) {
        FactKinds kinds = new FactKinds(fresh.store(), fresh.keys(), clock);
        return new QuestionPlan(known, rig.timeline, kinds, clock).next(conversation).map(
                next -> next.kind().id());
    }

    @Test
    void whatBelongsToAMatterIsNotKnownForGood() {
        Fact old = order("4711-82", said.entry(), MovableClock.NOON.minus(Duration.ofDays(61)));
        assertThat(known.holds(old, MovableClock.NOON)).isFalse();
        Fact postcode = new Fact("postcode", "1017 AB", Fact.State.SAID, said.entry(), null, "sms", old.at(), null);
        assertThat(known.holds(postcode, MovableClock.NOON)).isTrue();
        assertThat(
                known.holds(order("1", said.entry(), MovableClock.NOON.plusSeconds(1)), MovableClock.NOON)).isFalse();
    }

    @Test
    void anAddressTellsItselfToWhoeverMaySeeTheCustomer() {
        assertThat(known.of(conversation, BILLING).get("phone")).extracting(Fact::value).containsExactly(
                Given.ADA.value());
    }

    @Test
    void questionsOfAnAnswerAreCountedOnce() {
        FactFigures figures = new FactFigures(new RedisFacts(fresh.store(), fresh.keys()), fresh.store(), fresh.keys());
        for (int i = 0; i < 3; i++) {
            figures.count(said.entry(), MovableClock.NOON, 2, 1, List.of(new FactFigures.Under("channel", "sms")));
        }
        assertThat(
                figures.of(java.time.LocalDate.ofInstant(MovableClock.NOON, java.time.ZoneOffset.UTC))).containsExactly(
                        new FactFigures.Figure(new FactFigures.Under("channel", "sms"), 2, 1));
    }

    private void say(Fact fact) {
        facts.say(conversation.id(), home, List.of(fact));
    }

    private List<String> values(Viewer viewer) {
        return known.of(conversation, viewer).getOrDefault("order-number", List.of()).stream().map(
                Fact::value).toList();
    }

    private long head() {
        return fresh.redis().xlen(fresh.keys().of(dev.loper.redis.RedisKeys.Family.FEED));
    }
}
