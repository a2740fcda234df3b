package dev.loper.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.access.Access;
import dev.loper.access.Person;
import dev.loper.access.Presence;
import dev.loper.conversation.Rig;
import dev.loper.conversation.Topic;
import dev.loper.message.PersonId;
import dev.loper.message.TopicId;
import dev.loper.redis.RedisServer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;

/// Several nodes give work out at once while customers write and people finish, come and go.
class TwoNodesTests {

    private static final int NODES = 4;
    private static final int TOPICS = 160;

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private final Floor floor = new Floor(RedisServer.fresh(), Clock.systemUTC());
    private final Map<PersonId, Integer> takes = new HashMap<>();
    private final Queue<TopicId> written = new ConcurrentLinkedQueue<>();
    private final Map<TopicId, String> languages = new ConcurrentHashMap<>();
    private final Queue<String> excesses = new ConcurrentLinkedQueue<>();
    /// When each who goes said so, and when they said that they are back, by the clock of the entries.
    private final Map<PersonId, List<long[]>> absences = new ConcurrentHashMap<>();

    @RepeatedTest(5)
    void aBurstGivesNoTopicTwiceAndNobodyMoreThanTheyTake() throws Exception {
        for (int i = 0; i < 7; i++) {
            int most = random.nextInt(6);
            PersonId person = floor.crew.add("p" + i, most, random.nextBoolean() ? Set.of() : Set.of("nl"),
                    random.nextBoolean() ? new String[0] : new String[]{random.nextBoolean() ? "orders" : "billing"});
            takes.put(person, most);
            if (random.nextInt(5) > 0) {
                floor.comes(person);
            }
        }
        PersonId away = floor.crew.add("away", 100, Set.of());
        floor.comes(away);
        floor.goes(away);

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            IntStream.range(0, 4).forEach(i -> all.add(threads.submit(() -> write(TOPICS / 4))));
            IntStream.range(0, NODES).forEach(i -> all.add(threads.submit(this::giveOut)));
            all.add(threads.submit(this::finishSome));
            all.add(threads.submit(this::comeAndGo));
            for (Future<?> one : all) {
                one.get();
            }
        }

        assertThat(excesses).as("seed %d", seed).isEmpty();
        assertThat(written).as("seed %d", seed).hasSize(TOPICS).allSatisfy(topic -> {
            assertThat(floor.told(topic).stream().filter(event -> event.kind().equals("assigned"))).as(
                    "gifts of %s", topic).hasSizeLessThanOrEqualTo(1);
            assertThat(floor.has(topic)).isNotEqualTo(away);
        });
        assertThat(written).as("seed %d: given to somebody who had gone", seed).noneMatch(this::givenToSomebodyGone);
        Distribution last = floor.node();
        while (last.round() > 0) {
            // Until nothing can be given any more.
        }
        assertThat(written).as("seed %d: waits though somebody could take it", seed).noneMatch(this::someoneCould);
    }

    /// People leave their desks and come back while work is given out.
    private void comeAndGo() {
        List<PersonId> people = List.copyOf(takes.keySet());
        Distribution node = floor.node();
        for (int i = 0; i < 30; i++) {
            PersonId person = people.get(i % people.size());
            floor.goes(person);
            long from = now();
            node.round();
            absences.computeIfAbsent(person, none -> new CopyOnWriteArrayList<>()).add(new long[]{from, now()});
            if (i % 5 > 0) {
                floor.returns(person);
            }
        }
    }

    private static long now() {
        return Clock.systemUTC().millis();
    }

    private boolean givenToSomebodyGone(TopicId topic) {
        return floor.rig.timeline.page(floor.conversation(topic), null, topic, 200).stream().filter(
                entry -> entry.body().event() != null && entry.body().event().kind().equals("assigned")).anyMatch(
                        gift -> absences.getOrDefault(
                                new PersonId(String.valueOf(Objects.requireNonNull(gift.body().event()).person())),
                                List.of()).stream().anyMatch(
                                        gone -> gift.at().toEpochMilli() > gone[0]
                                                && gift.at().toEpochMilli() < gone[1]));
    }

    private boolean someoneCould(TopicId id) {
        Topic topic = floor.topic(id);
        return topic.status() == Topic.Status.OPEN && topic.assignee() == null && takes.entrySet().stream().anyMatch(
                taking -> able(floor.crew.byId(taking.getKey()).orElseThrow(), topic)
                        && floor.load(taking.getKey()) < taking.getValue());
    }

    private boolean able(Person person, Topic topic) {
        String language = languages.get(topic.id());
        return Objects.requireNonNull(floor.presences.of(List.of(person.id())).get(
                person.id())).state() == Presence.State.ONLINE && new Access().canSee(person, topic.queue())
                && (language == null || person.work().speaks().isEmpty() || person.work().speaks().contains(language));
    }

    private void write(int topics) {
        for (int i = 0; i < topics; i++) {
            String queue = i % 3 == 0 ? "billing" : "orders";
            String language = i % 4 == 0 ? "nl" : "-";
            TopicId topic = floor.text(queue + " " + language + " hello");
            if (!language.equals("-")) {
                languages.put(topic, language);
            }
            written.add(topic);
        }
    }

    private void giveOut() {
        Distribution node = floor.node();
        for (int i = 0; i < 15; i++) {
            node.round();
            takes.forEach((person, most) -> {
                int load = floor.load(person);
                if (load > most) {
                    excesses.add(person + " has " + load + " of " + most);
                }
            });
        }
    }

    private void finishSome() {
        for (int i = 0; i < 40; i++) {
            written.stream().filter(topic -> floor.has(topic) != null).skip(i % 3).findFirst().ifPresent(
                    topic -> floor.rig.commands.resolve(floor.conversation(topic), topic, Rig.LOTTE));
        }
    }
}
