package dev.loper.identity;

import dev.loper.conversation.Added;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Given;
import dev.loper.conversation.Appended;
import dev.loper.conversation.Rig;
import dev.loper.conversation.Topic;
import dev.loper.message.CustomerId;
import dev.loper.message.TopicId;
import dev.loper.redis.RedisServer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UndoTests {

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
        byMail = rig.says(Given.mail().named("A. Lovelace").about("Lamp").saying("Any news of my lamp?"));
        phones = rig.customerOf(Given.ADA);
        mails = rig.customerOf(Given.ADA_MAIL);
    }

    @Test
    void withNothingNewSinceAllIsAsItWas() {
        rig.answers(byMail.topic(), Given.ADA_MAIL, "Soon.");
        rig.notes(bySms.topic(), "Ask the warehouse.");
        rig.commands.snooze(rig.conversationOf(mails), byMail.topic(), java.time.Instant.parse("2100-01-01T00:00:00Z"),
                Rig.LOTTE);
        Snapshot before = Snapshot.of(rig, List.of(phones, mails));
        together.undo(together.merge(phones, mails));

        assertThat(Snapshot.of(rig, List.of(phones, mails))).isEqualTo(before);
        assertThat(rig.toldTo(mails)).endsWith("unmerged");
        assertThat(rig.toldTo(phones)).containsExactly("merged", "unmerged");
    }

    @Test
    void eachAddressIsAnsweredByItsOwnCustomerAgain() {
        together.undo(together.merge(phones, mails));
        rig.says(Given.mail().saying("Hello by mail"));
        rig.says(Given.sms().saying("Hello by phone"));

        assertThat(rig.saidTo(mails)).containsExactly("Any news of my lamp?", "Hello by mail");
        assertThat(rig.saidTo(phones)).containsExactly("Where is my lamp?", "Hello by phone");
    }

    @Test
    void whatCameSinceFollowsItsAddressAndANoteItsTopic() {
        Deed deed = together.merge(phones, mails);
        rig.says(Given.mail().saying("Still nothing."));
        rig.notes(byMail.topic(), "Called the courier.");
        rig.answers(byMail.topic(), Given.ADA_MAIL, "Tomorrow.");
        rig.notes(bySms.topic(), "Same lamp?");
        together.undo(deed);

        assertThat(rig.saidTo(mails)).containsExactly("Any news of my lamp?", "Still nothing.", "Called the courier.",
                "Tomorrow.");
        assertThat(rig.saidTo(phones)).containsExactly("Where is my lamp?", "Same lamp?");
    }

    @Test
    void aTopicWithEntriesOfBothGetsATwin() {
        Deed deed = together.merge(phones, mails);
        Appended.Stored mail = rig.says(Given.mail().saying("And the shade?"));
        rig.mover.move(rig.conversationOf(phones), mail.entry(), bySms.topic(), null);
        rig.notes(bySms.topic(), "Both in one.");
        together.undo(deed);

        assertThat(rig.saidTo(phones)).containsExactly("Where is my lamp?", "Both in one.");
        assertThat(rig.saidTo(mails)).containsExactly("Any news of my lamp?", "And the shade?");
        Topic twin = rig.topicsOf(mails).stream().filter(
                topic -> !topic.id().equals(byMail.topic())).findFirst().orElseThrow();
        assertThat(twin.title()).isEqualTo("Where is my lamp?");
        assertThat(twin.preview()).isEqualTo("And the shade?");
        assertThat(twin.waitingSince()).isEqualTo(mail.at());
        Topic kept = rig.topics.find(bySms.topic()).orElseThrow();
        assertThat(kept.preview()).isEqualTo("Where is my lamp?");
        assertThat(kept.newestIn()).isEqualTo(bySms.entry());
    }

    @Test
    void whatWasPromisedAndOfferedGoesWithTheHalfItWasToldIn() {
        Hanging hanging = new Hanging(fresh);
        Deed deed = together.merge(phones, mails);
        TopicId both = bySms.topic();
        rig.mover.move(rig.conversationOf(phones), rig.says(Given.mail().saying("And the shade?")).entry(), both, null);
        Added.Stored toPhone = (Added.Stored) rig.answers(both, Given.ADA, "The lamp before four.");
        Added.Stored toMail = (Added.Stored) rig.answers(both, Given.ADA_MAIL, "The shade before five.");
        hanging.promise("p-lamp", both, toPhone);
        hanging.promise("p-shade", both, toMail);
        hanging.handover("o-phone", both, toPhone.entry());
        hanging.handover("o-mail", both, toMail.entry());
        hanging.handover("o-shown", both, rig.notes(both, "A code on somebody's screen"));
        together.undo(deed);

        TopicId twin = rig.topicsOf(mails).stream().map(Topic::id).filter(
                topic -> !topic.equals(byMail.topic())).findFirst().orElseThrow();
        assertThat(hanging.topicOfPromise("p-lamp")).isEqualTo(both);
        assertThat(hanging.topicOfPromise("p-shade")).isEqualTo(twin);
        assertThat(hanging.promisesIn(both)).containsExactly("p-lamp");
        assertThat(hanging.promisesIn(twin)).containsExactly("p-shade");
        assertThat(rig.topics.find(both).orElseThrow().promise()).satisfies(
                row -> assertThat(row.id()).isEqualTo("p-lamp"));
        assertThat(rig.topics.find(twin).orElseThrow().promise()).satisfies(
                row -> assertThat(row.id()).isEqualTo("p-shade"));
        assertThat(hanging.topicOfHandover("o-phone")).isEqualTo(both);
        assertThat(hanging.topicOfHandover("o-mail")).isEqualTo(twin);
        assertThat(hanging.handoversIn(twin)).containsExactly("o-mail");
        assertThat(hanging.isOpen("o-phone")).isTrue();
        assertThat(hanging.isOpen("o-mail")).isTrue();
        assertThat(hanging.isOpen("o-shown")).as("of one that was only shown nobody knows whose it is").isFalse();
    }

    @Test
    void aTwinOfASnoozedTopicComesBackByATimerOfItsOwn() {
        Deed deed = together.merge(phones, mails);
        Appended.Stored mail = rig.says(Given.mail().saying("And the shade?"));
        rig.mover.move(rig.conversationOf(phones), mail.entry(), bySms.topic(), null);
        rig.commands.snooze(rig.conversationOf(phones), bySms.topic(),
                java.time.Instant.parse("2100-01-01T00:00:00Z"), Rig.LOTTE);
        together.undo(deed);

        TopicId twin = rig.topicsOf(mails).stream().map(Topic::id).filter(
                id -> !id.equals(byMail.topic())).findFirst().orElseThrow();
        assertThat(fresh.redis().zrange(fresh.keys().of(dev.loper.redis.RedisKeys.Family.TIMERS), 0, -1)).filteredOn(
                timer -> timer.startsWith("snooze|")).extracting(
                        timer -> timer.split("\\|")[1]).containsExactlyInAnyOrder(bySms.topic().value(), twin.value());
    }

    @Test
    void theChosenNameIsGivenBackUnlessItHasChangedSince() {
        Deed deed = ((Done.Now) together.merges.merge(phones, mails, Map.of("name", mails), Rig.LOTTE)).deed();
        assertThat(rig.customer(phones).name()).isEqualTo("A. Lovelace");
        together.undo(deed);
        assertThat(rig.customer(phones).name()).isEqualTo("Ada");
        assertThat(rig.customer(mails).name()).isEqualTo("A. Lovelace");

        Deed again = ((Done.Now) together.merges.merge(phones, mails, Map.of("name", mails), Rig.LOTTE)).deed();
        fresh.redis().hset(fresh.keys().customer(phones), "name", "Ada King");
        together.undo(again);
        assertThat(rig.customer(phones).name()).isEqualTo("Ada King");
    }

    @Test
    void undoingTwiceIsUndoingOnce() {
        Deed deed = together.merge(phones, mails);
        assertThat(together.undo(deed)).isInstanceOf(Done.Now.class);
        assertThat(together.undo(deed)).isInstanceOf(Done.Already.class);
        assertThat(rig.toldTo(mails)).containsExactly("unmerged");
    }

    @Test
    void anUndoneMergeIsNotTheOneMadeAfterIt() {
        Deed first = together.merge(phones, mails);
        together.undo(first);
        Deed second = together.merge(mails, phones);

        assertThat(together.undo(first)).isInstanceOf(Done.Already.class);
        assertThat(rig.customer(phones).id()).isEqualTo(mails);
        assertThat(together.undo(second)).isInstanceOf(Done.Now.class);
        assertThat(rig.customer(phones).id()).isEqualTo(phones);
    }

    @Test
    void mergesOfMergesComeApartFromTheInside() {
        rig.says(Given.sms().from(Given.GRACE).saying("I am Ada too."));
        CustomerId graces = rig.customerOf(Given.GRACE);
        Snapshot before = Snapshot.of(rig, List.of(phones, mails, graces));
        Deed inner = together.merge(mails, graces);
        Deed outer = together.merge(phones, mails);
        assertThat(rig.saidTo(graces)).hasSize(3);

        together.undo(inner);
        assertThat(rig.saidTo(graces)).containsExactly("I am Ada too.");
        assertThat(rig.saidTo(phones)).containsExactly("Where is my lamp?", "Any news of my lamp?");
        together.undo(outer);
        assertThat(Snapshot.of(rig, List.of(phones, mails, graces))).isEqualTo(before);
    }

    @Test
    void mergesOfMergesComeApartFromTheOutside() {
        rig.says(Given.sms().from(Given.GRACE).saying("I am Ada too."));
        CustomerId graces = rig.customerOf(Given.GRACE);
        Snapshot before = Snapshot.of(rig, List.of(phones, mails, graces));
        Deed inner = together.merge(mails, graces);
        Deed outer = together.merge(phones, mails);

        together.undo(outer);
        assertThat(rig.saidTo(mails)).containsExactly("Any news of my lamp?", "I am Ada too.");
        assertThat(rig.customer(graces).id()).isEqualTo(mails);
        together.undo(inner);
        assertThat(Snapshot.of(rig, List.of(phones, mails, graces))).isEqualTo(before);
    }

    @Test
    void twentyWhoUndoAtOnceUndoItOnce() throws Exception {
        Deed deed = together.merge(phones, mails);
        List<Callable<Done>> agents = IntStream.range(0, 20).<Callable<Done>>mapToObj(
                i -> () -> together.undo(deed)).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(agents).stream().map(future -> future.resultNow())).filteredOn(
                    Done.Now.class::isInstance).hasSize(1);
        }
        assertThat(rig.toldTo(mails)).containsExactly("unmerged");
    }

    @Test
    void anUndoingInABurstOfMessagesLosesNone() throws Exception {
        Deed deed = together.merge(phones, mails);
        List<Callable<Object>> work = new java.util.ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Given.Message message = (i % 2 == 0 ? Given.sms() : Given.mail()).saying("m" + i).id("burst-" + i);
            work.add(() -> rig.inbound.append(message.build()));
            if (i == 20) {
                work.add(() -> together.undo(deed));
            }
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(work).forEach(future -> assertThat(future.resultNow()).isNotNull());
        }
        assertThat(rig.saidTo(phones)).hasSize(31).doesNotHaveDuplicates();
        assertThat(rig.saidTo(mails)).hasSize(31).doesNotHaveDuplicates();
    }
}
