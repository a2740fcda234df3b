package dev.loper.routing;

import dev.loper.conversation.Assignments;
import dev.loper.conversation.Assigned;
import dev.loper.conversation.View;
import dev.loper.conversation.WaitingTopic;
import dev.loper.conversation.WaitingTopics;
import dev.loper.message.Author;
import dev.loper.message.PersonId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Gives what waits in automatic queues to people who are free: the longest waiting topic first, to whoever helped this
/// customer last, else to the least busy of those who see its queue, speak its language and have room for its channel.
///
/// Any number of nodes may do it at once: each gift is one script that looks again, so a topic goes to one person and nobody
/// gets more than they take.
@Component
public class Distribution {

    private static final int PAGE = 50;
    /// Pages of one round from the head on.
    private static final int PAGES = 20;
    /// Pages further back in a round that gave nothing at the head: topics nobody can take must not be read without end.
    private static final int FURTHER = 10;
    /// And in one that did: whoever got room next must not wait for it.
    private static final int FEW = 1;

    private final KnownQueues queues;
    private final WaitingTopics waiting;
    private final Assignments assignments;
    private final Staff staff;
    private final Speakers speakers;
    private final AssignmentProperties properties;
    private final Clock clock;

    private final Map<PersonId, Long> turns = new HashMap<>();
    private long turn;
    private @Nullable String resumeAt;

    Distribution(KnownQueues queues, WaitingTopics waiting, Assignments assignments, Staff staff,
            Speakers speakers, AssignmentProperties properties, Clock clock) {
        this.queues = queues;
        this.waiting = waiting;
        this.assignments = assignments;
        this.staff = staff;
        this.speakers = speakers;
        this.properties = properties;
        this.clock = clock;
    }

    /// Gives away what can be given now: from the longest waiting on, as long as each page finds somebody and leaves room, and then a few pages
    /// of what is further back, where there may be a topic that only those can take who have room now.
    ///
    /// @return how many topics found somebody
    public synchronized int round() {
        List<Queue> automatic = queues.all().stream().filter(Queue::automatic).toList();
        List<Worker> free = automatic.isEmpty() ? List.of() : new ArrayList<>(staff.free());
        if (free.isEmpty()) {
            resumeAt = null;
            return 0;
        }
        View unassigned = WaitingTopics.in(automatic.stream().map(Queue::id).toList());
        int given = 0;
        String cursor = null;
        for (int i = 0; i < PAGES; i++) {
            Pass pass = pass(unassigned, cursor, free);
            given += pass.given();
            cursor = pass.next();
            if (cursor == null || pass.given() == 0 || pass.full()) {
                break;
            }
        }
        return given + further(unassigned, cursor, free, given > 0 ? FEW : FURTHER);
    }

    /// Goes on where the round before stopped; begins again behind the head when it has come to the end.
    private int further(View unassigned, @Nullable String head, List<Worker> free, int pages) {
        String cursor = head == null || resumeAt == null || resumeAt.compareTo(head) < 0 ? head : resumeAt;
        int given = 0;
        for (int i = 0; i < pages && cursor != null && !free.isEmpty(); i++) {
            Pass pass = pass(unassigned, cursor, free);
            given += pass.given();
            cursor = pass.next();
        }
        resumeAt = cursor;
        return given;
    }

    /// What one page came to.
    ///
    /// @param full whether nobody has room any more for any channel of its topics
    /// @param next the cursor of the next one; none after the last
    private record Pass(int given, boolean full, @Nullable String next) {}

    private Pass pass(View unassigned, @Nullable String cursor, List<Worker> free) {
        WaitingTopics.Page page = waiting.page(unassigned, cursor, PAGE);
        int given = 0;
        for (WaitingTopic topic : page.topics()) {
            given += give(topic, free) ? 1 : 0;
        }
        boolean full = free.stream().noneMatch(
                worker -> page.topics().stream().map(WaitingTopic::channel).distinct().anyMatch(worker::roomFor));
        return new Pass(given, full, page.next());
    }

    private boolean give(WaitingTopic topic, List<Worker> free) {
        List<Worker> able = new ArrayList<>(free.stream().filter(worker -> able(worker, topic)).toList());
        if (able.isEmpty()) {
            return false;
        }
        WaitingTopic.Helper helper = helper(topic);
        while (!able.isEmpty()) {
            Worker worker = choose(helper, able);
            switch (assignments.give(topic, to(worker, topic, helper), Author.SYSTEM)) {
                case Assigned.Done done -> {
                    worker.given(topic.channel());
                    turns.put(worker.person().id(), ++turn);
                    return true;
                }
                case Assigned.Away away -> {
                    free.remove(worker);
                    able.remove(worker);
                }
                case Assigned.Full full -> {
                    worker.filled(topic.channel());
                    able.remove(worker);
                }
                case Assigned.Gone gone -> {
                    return false;
                }
            }
        }
        return false;
    }

    private boolean able(Worker worker, WaitingTopic topic) {
        return worker.roomFor(topic.channel()) && !worker.putBack(topic) && speakers.canAnswer(worker.person(), topic)
                && staff.maySee(worker, topic.queue());
    }

    /// Of people who are equally busy, the one whose last gift is longest ago.
    private Worker choose(WaitingTopic.@Nullable Helper helper, List<Worker> able) {
        return able.stream().filter(worker -> helped(worker, helper)).findFirst().orElseGet(
                () -> able.stream().min(Comparator.comparingDouble(
                        Worker::busy).thenComparing(
                                worker -> turns.getOrDefault(worker.person().id(), 0L)).thenComparing(
                                        worker -> worker.person().id().value())).orElseThrow());
    }

    /// Who answered this customer last, unless that is too long ago to matter.
    private WaitingTopic.@Nullable Helper helper(WaitingTopic topic) {
        return waiting.helper(topic).filter(
                helper -> !helper.at().isBefore(clock.instant().minus(properties.remembered()))).orElse(null);
    }

    private static boolean helped(Worker worker, WaitingTopic.@Nullable Helper helper) {
        return helper != null && worker.person().id().equals(helper.person());
    }

    private Assignments.To to(Worker worker, WaitingTopic topic, WaitingTopic.@Nullable Helper helper) {
        Instant since = helper != null && helped(worker, helper) ? helper.at() : null;
        return new Assignments.To(worker.person().id(), worker.person().name(), worker.most(topic.channel()),
                clock.instant(), since == null ? "free" : "helped", since);
    }
}
