package dev.loper.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Given;
import dev.loper.access.QueueId;
import dev.loper.conversation.Imported.Direction;
import dev.loper.conversation.Imported.Leaves;
import dev.loper.customer.Customers;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ChannelKind;
import dev.loper.message.EntryId;
import dev.loper.message.Level;
import dev.loper.message.PersonId;
import dev.loper.redis.RedisServer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The past, where it belongs on the timeline, and nowhere else.
class ImportStoreTests {

    private static final Instant MARCH = Instant.parse("2025-03-01T10:00:00Z");

    private final RedisServer.Fresh fresh = workspace();
    private final Customers customers = new Customers(fresh.store(), fresh.keys());
    private final InboundStore inbound = new InboundStore(fresh.store(), fresh.keys(), customers);
    private final ImportStore imports = new ImportStore(fresh.store(), fresh.keys(), customers,
            message -> new QueueChoice.Route(QueueId.MAIN, null));
    private final Conversations conversations = new Conversations(fresh.store(), fresh.keys());
    private final Timeline timeline = new RedisTimeline(fresh.store(), fresh.keys());
    private final Topics topics = new Topics(fresh.store(), fresh.keys());
    private final Views views = new Views(fresh.store(), fresh.keys());
    private final ReadMarks marks = new ReadMarks(fresh.store(), fresh.keys());

    /// Where it runs; on a Cluster in the subclass.
    RedisServer.Fresh workspace() {
        return RedisServer.fresh();
    }

    @Test
    void itStandsWhereItsTimeBelongs() {
        inbound.append(Given.mail().saying("Today").build());
        imports.add(in("2", MARCH.plusSeconds(60), "March, a minute later"));
        imports.add(in("1", MARCH, "March"));
        inbound.append(Given.mail().saying("Now").build());

        assertThat(texts()).containsExactly("March", "March, a minute later", "Today", "Now");
        assertThat(entries().getFirst().at()).isEqualTo(MARCH);
        assertThat(entries().getFirst().reason()).isEqualTo("imported");
        assertThat(customers.find(conversation().customer()).orElseThrow().since()).isEqualTo(MARCH);
    }

    @Test
    void pagesMeetWithoutGapOrOverlapThoughTheMessagesOfOneMillisecondAreMany() {
        for (int i = 0; i < 20; i++) {
            imports.add(in("same" + i, MARCH, "" + i));
            inbound.append(Given.mail().saying("live " + i).build());
        }
        List<String> read = new ArrayList<>();
        EntryId before = null;
        do {
            List<Entry> page = timeline.page(conversation(), before, null, 7);
            page.forEach(entry -> read.addFirst(entry.body().text()));
            before = page.size() < 7 ? null : page.getLast().id();
        } while (before != null);

        assertThat(read).hasSize(40).doesNotHaveDuplicates();
        assertThat(read.subList(0, 3)).containsExactly("0", "1", "2");
    }

    @Test
    void whatIsImportedIsNeverNewerThanWhatComesAfterIt() {
        Instant future = Instant.parse("2100-01-01T00:00:00Z");
        ImportResult imported = imports.add(in("1", future, "From the future"));

        EntryId live = inbound.append(Given.mail().saying("Now").build()).entry();

        assertThat(imported.entry().value()).isLessThan(live.value());
    }

    @Test
    void importedAgainItIsARepeat() {
        ImportResult first = imports.add(in("1", MARCH, "Once"));

        assertThat(imports.add(in("1", MARCH.plusSeconds(5), "Twice"))).isEqualTo(
                new ImportResult.Repeat(first.entry()));
        assertThat(texts()).containsExactly("Once");
    }

    @Test
    void fiftyAtOnceOfOneNewCustomerMakeOneCustomerAndOneTopic() throws Exception {
        List<Callable<ImportResult>> all = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Imported message = in("m" + i, MARCH.plusSeconds(i), "" + i);
            all.add(() -> imports.add(message));
        }
        Set<String> ids = new HashSet<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(all)) {
                ids.add(done.get().entry().value());
            }
        }
        assertThat(ids).hasSize(50);
        assertThat(texts()).hasSize(50);
        assertThat(topics.of(conversation().id())).hasSize(1);
    }

    @Test
    void nobodyWaitsAndNothingIsUnread() {
        imports.add(in("1", MARCH, "Then"));

        Topic topic = topics.of(conversation().id()).getFirst();
        assertThat(topic.status()).isEqualTo(Topic.Status.RESOLVED);
        assertThat(topic.waitingSince()).isNull();
        assertThat(topic.at()).isEqualTo(MARCH);
        assertThat(marks.unread(new PersonId("p-lotte"), List.of(topic))).isEmpty();
        assertThat(views.count(List.of(new View("all"), new View("resolved")))).containsExactly(
                new Views.Count(0, 0, null), new Views.Count(1, 0, null));
    }

    @Test
    void somebodyWaitsIfToldSoAndSinceThen() {
        imports.add(in("1", MARCH, "Then", Leaves.WAITING));
        imports.add(in("2", MARCH.plusSeconds(60), "Hello?", Leaves.WAITING));

        Topic topic = topics.of(conversation().id()).getFirst();
        assertThat(topic.status()).isEqualTo(Topic.Status.OPEN);
        assertThat(topic.waitingSince()).isEqualTo(MARCH);
        assertThat(marks.unread(new PersonId("p-lotte"), List.of(topic))).hasSize(1);
    }

    @Test
    void whatWasAnsweredThenIsOurAnswerAndWasSent() {
        imports.add(in("1", MARCH, "Question"));
        imports.add(out("2", MARCH.plusSeconds(60), "Answer"));

        Entry answer = entries().getLast();
        assertThat(answer.body().direction()).isEqualTo("out");
        assertThat(answer.body().author().name()).isEqualTo("Marijke");
        assertThat(answer.body().to()).containsExactly("ada@example.com");
        assertThat(answer.delivery()).isEqualTo(dev.loper.message.Delivery.SENT);
    }

    @Test
    void eachThreadOfTheSourceIsATopicAndTheNewestWordSpeaksForIt() {
        imports.add(thread("1", "lamp", MARCH.plusSeconds(60), "The lamp, later"));
        imports.add(thread("2", "lamp", MARCH, "The lamp"));
        imports.add(thread("3", "rug", MARCH, "The rug"));

        assertThat(topics.of(conversation().id())).extracting(Topic::preview).containsExactlyInAnyOrder(
                "The lamp, later", "The rug");
    }

    @Test
    void anAnswerToAnImportedMailJoinsItsTopic() {
        imports.add(withMessageId("1", "old@example.com"));
        Topic imported = topics.of(conversation().id()).getFirst();

        Appended.Stored answer = (Appended.Stored) inbound.append(
                Given.mail().answering("old@example.com").saying("Again").build());

        assertThat(answer.topic()).isEqualTo(imported.id());
        assertThat(answer.reason()).isEqualTo("reference");
    }

    @Test
    void aScreenThatShowsTheNewestIsNotOlderForIt() {
        ConversationFixture talk = new ConversationFixture(fresh);
        Entry question = talk.says("Now");
        imports.add(new Imported("desk", "1", "", MARCH, Direction.IN, Leaves.RESOLVED, ChannelKind.SMS, null,
                Given.ADA, "", null, "", List.of(), List.of(), null, "Then", null));

        assertThat(talk.tryAnswer("Answer", question.id(), "c1")).isInstanceOf(Added.Stored.class);
    }

    private Conversation conversation() {
        return customers.identity(Given.ADA_MAIL, Level.OBSERVED).flatMap(
                identity -> conversations.find(identity.conversation())).orElseThrow();
    }

    private List<Entry> entries() {
        return timeline.page(conversation(), null, null, 200).reversed();
    }

    private List<String> texts() {
        return entries().stream().map(entry -> entry.body().text()).toList();
    }

    private static Imported in(String id, Instant at, String text) {
        return in(id, at, text, Leaves.RESOLVED);
    }

    private static Imported in(String id, Instant at, String text, Leaves leaves) {
        return message(id, "", at, Direction.IN, leaves, text, null);
    }

    private static Imported out(String id, Instant at, String text) {
        return message(id, "", at, Direction.OUT, Leaves.RESOLVED, text, null);
    }

    private static Imported thread(String id, String thread, Instant at, String text) {
        return message(id, thread, at, Direction.IN, Leaves.RESOLVED, text, null);
    }

    private static Imported withMessageId(String id, String messageId) {
        return message(id, "", MARCH, Direction.IN, Leaves.RESOLVED, "Then", messageId);
    }

    private static Imported message(String id, String thread, Instant at, Direction direction, Leaves leaves,
            String text, @Nullable String messageId) {
        ChannelAddress ada = Given.ADA_MAIL;
        return new Imported("desk", id, thread, at, direction, leaves, ChannelKind.EMAIL,
                new AccountId("email-support"), ada, "Ada", "en", "Marijke", List.of(), List.of(), null, text,
                messageId);
    }
}
