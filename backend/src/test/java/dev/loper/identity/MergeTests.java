package dev.loper.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Given;
import dev.loper.conversation.Added;
import dev.loper.conversation.Appended;
import dev.loper.conversation.EntryBody;
import dev.loper.conversation.Rig;
import dev.loper.conversation.Topic;
import dev.loper.conversation.View;
import dev.loper.customer.Identity;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelAddress;
import dev.loper.message.CustomerId;
import dev.loper.message.EntryId;
import dev.loper.message.Level;
import dev.loper.redis.RedisServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Ada has written by phone and, under another name, by mail.
class MergeTests {

    private final RedisServer.Fresh fresh = workspace();
    private final Together together = new Together(fresh);
    private final Rig rig = together.rig;

    private Appended.Stored bySms;
    private Appended.Stored byMail;
    private CustomerId phones;
    private CustomerId mails;

    /// Where it runs; on a Cluster in the subclass.
    RedisServer.Fresh workspace() {
        return RedisServer.fresh();
    }

    @BeforeEach
    void adaWritesTwice() {
        bySms = rig.says(Given.sms().named("Ada").saying("Where is my lamp?"));
        byMail = rig.says(Given.mail().named("A. Lovelace").about("Lamp").saying("Any news of my lamp?").id("M1"));
        phones = rig.customerOf(Given.ADA);
        mails = rig.customerOf(Given.ADA_MAIL);
    }

    @Test
    void oneConversationHasWhatBothSaid() {
        together.merge(phones, mails);

        assertThat(rig.saidTo(phones)).containsExactly("Where is my lamp?", "Any news of my lamp?");
        assertThat(rig.topicsOf(phones)).extracting(Topic::id).containsExactlyInAnyOrder(bySms.topic(),
                byMail.topic());
        assertThat(rig.topicsOf(phones)).extracting(Topic::customer).containsOnly(phones);
        assertThat(rig.customer(phones).identities()).extracting(Identity::address).containsExactlyInAnyOrder(Given.ADA,
                Given.ADA_MAIL);
    }

    @Test
    void anOldIdOfTheOneWhoWasJoinedStillLeadsThere() {
        var before = rig.customer(mails).conversation();
        together.merge(phones, mails);

        assertThat(rig.customer(mails).id()).isEqualTo(phones);
        assertThat(rig.conversations.find(before).orElseThrow().id()).isEqualTo(rig.customer(phones).conversation());
    }

    @Test
    void theNextMessageFromEitherAddressLandsThere() {
        together.merge(phones, mails);
        Appended.Stored mail = rig.says(Given.mail().saying("Hello?"));
        Appended.Stored sms = rig.says(Given.sms().saying("Hello!"));

        assertThat(List.of(mail.conversation(), sms.conversation())).containsOnly(rig.customer(phones).conversation());
        assertThat(mail.topic()).isEqualTo(byMail.topic());
        assertThat(sms.topic()).isEqualTo(bySms.topic());
    }

    @Test
    void aRepeatedWebhookIsStillARepeat() {
        together.merge(phones, mails);
        assertThat(rig.inbound.append(Given.mail().id("M1").build())).isEqualTo(
                new Appended.Repeat(byMail.entry(), byMail.at()));
    }

    @Test
    void theViewsKeepTheirRowsInTheirPlaces() {
        View all = new View("all");
        var before = rig.views.page(all, null, 10).topics();
        together.merge(phones, mails);
        assertThat(rig.views.page(all, null, 10).topics()).isEqualTo(before);
    }

    @Test
    void theTimelineTellsWhoDidItAndTheTopicStaysWhereItIsInTheList() {
        Topic before = rig.topics.find(bySms.topic()).orElseThrow();
        Deed deed = together.merge(phones, mails);

        var event = rig.entriesOf(phones).stream().filter(
                entry -> entry.body().event() != null).findFirst().orElseThrow();
        assertThat(event.body().author()).isEqualTo(Rig.LOTTE);
        assertThat(event.body().event()).isEqualTo(EntryBody.Event.ofDeed("merged", deed.id().value(), mails.value(),
                "A. Lovelace", null));
        assertThat(rig.topics.find(bySms.topic())).contains(before);
    }

    @Test
    void anAnswerInTheUndoTimeLeavesThroughTheSameLane() {
        var lane = fresh.keys().outboundLane(new AccountId("email-main"),
                rig.customers.identity(Given.ADA_MAIL, Level.OBSERVED).orElseThrow().home());
        Added.Stored answer = (Added.Stored) rig.answers(byMail.topic(), Given.ADA_MAIL, "It is on its way.");
        together.merge(phones, mails);

        assertThat(fresh.redis().zrange(lane, 0, -1)).containsExactly(answer.entry().value());
        assertThat(rig.saidTo(phones)).contains("It is on its way.");
    }

    @Test
    void anAnswerWrittenOnTheScreenOfOneIsRefusedIfTheOtherSaidMore() {
        EntryId seen = bySms.entry();
        together.merge(phones, mails);

        assertThat(rig.answers(bySms.topic(), Given.ADA, "Soon.", seen, "c-1")).isEqualTo(
                new Added.Stale(byMail.entry(), seen));
        assertThat(rig.answers(bySms.topic(), Given.ADA, "Soon.", byMail.entry(), "c-1")).isInstanceOf(
                Added.Stored.class);
    }

    @Test
    void aNoteLiesInTheHomeOfItsTopic() {
        together.merge(phones, mails);
        EntryId note = rig.notes(byMail.topic(), "She is the same person.");

        var mailHome = rig.customers.identity(Given.ADA_MAIL, Level.OBSERVED).orElseThrow().home();
        assertThat(rig.timeline.find(mailHome, note)).isPresent();
    }

    @Test
    void whatDiffersIsShownAndChosenAndWhatOnlyOneHasIsKept() {
        Whole ada = together.wholes.today(phones).orElseThrow();
        Whole lovelace = together.wholes.today(mails).orElseThrow();
        assertThat(new Choices(ada, lovelace, Map.of()).conflicts()).containsExactly(
                new Choices.Conflict(Field.NAME, "Ada", "A. Lovelace", phones));

        together.merges.merge(phones, mails, Map.of("name", mails), Rig.LOTTE);
        assertThat(rig.customer(phones).name()).isEqualTo("A. Lovelace");
    }

    @Test
    void joiningTwiceIsOneMerge() {
        Deed deed = together.merge(phones, mails);

        assertThat(together.merges.merge(phones, mails, Map.of(), Rig.LOTTE)).isInstanceOfSatisfying(Done.Already.class,
                already -> assertThat(already.deed()).extracting(Deed::id).isEqualTo(deed.id()));
        assertThat(rig.toldTo(phones)).containsExactly("merged");
    }

    @Test
    void twentyAgentsWhoJoinTheTwoAtOnceEitherWayRoundMakeOneMerge() throws Exception {
        List<Callable<Done>> agents = IntStream.range(0, 20).<Callable<Done>>mapToObj(i -> () -> i % 2 == 0
                ? together.merges.merge(phones, mails, Map.of(), Rig.LOTTE)
                : together.merges.merge(mails, phones, Map.of(), Rig.LOTTE)).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Done> done = new ArrayList<>();
            for (Future<Done> agent : threads.invokeAll(agents)) {
                done.add(agent.get());
            }
            assertThat(done).filteredOn(Done.Now.class::isInstance).hasSize(1);
            assertThat(done).filteredOn(Done.Already.class::isInstance).hasSize(19);
        }
        assertThat(rig.customer(phones).id()).isEqualTo(rig.customer(mails).id());
        assertThat(rig.saidTo(phones)).containsExactly("Where is my lamp?", "Any news of my lamp?");
    }

    @Test
    void aMergeInABurstOfMessagesLosesNoneAndSplitsNone() throws Exception {
        List<Callable<Object>> work = new java.util.ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String words = "m" + i;
            Given.Message message = (i % 2 == 0 ? Given.sms() : Given.mail()).saying(words).id("burst-" + i);
            work.add(() -> rig.inbound.append(message.build()));
            if (i == 20) {
                work.add(() -> together.merges.merge(phones, mails, Map.of(), Rig.LOTTE));
            }
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(work).forEach(future -> assertThat(future.resultNow()).isNotNull());
        }
        assertThat(rig.saidTo(phones)).hasSize(62).doesNotHaveDuplicates();
        assertThat(rig.entriesOf(phones)).isSortedAccordingTo(
                java.util.Comparator.comparing(entry -> entry.id().value()));
    }

    @Test
    void anAnswerOnItsWayThroughAMergeIsWrittenOnce() {
        var asked = rig.conversationOf(mails);
        together.merge(phones, mails);
        var address = rig.customers.identity(Given.ADA_MAIL, Level.OBSERVED).orElseThrow();
        assertThat(rig.answersIn(asked, byMail.topic(), address, "Found it.")).isInstanceOf(Added.Stored.class);
        assertThat(rig.saidTo(phones)).containsOnlyOnce("Found it.");
    }

    @Test
    void aVisitorStillSeesOnlyTheirOwnHome() {
        var visitor = new ChannelAddress.Visitor("visitor-1");
        rig.says(Given.chat(visitor).saying("Anybody there?"));
        together.merge(phones, rig.customerOf(visitor));
        rig.notes(bySms.topic(), "Difficult customer.");
        rig.answers(bySms.topic(), Given.ADA, "By SMS only.");

        Identity identity = rig.customers.identity(visitor, Level.OBSERVED).orElseThrow();
        assertThat(rig.timeline.page(new dev.loper.conversation.Conversation(identity.conversation(),
                identity.customer(), List.of(identity.home())), null, null, 50)).extracting(
                        entry -> entry.body().text()).containsExactly("Anybody there?");
    }
}
