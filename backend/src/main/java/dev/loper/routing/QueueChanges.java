package dev.loper.routing;

import dev.loper.access.Audit;
import dev.loper.access.QueueId;
import dev.loper.access.Viewer;
import dev.loper.calendar.CalendarId;
import dev.loper.calendar.Calendars;
import dev.loper.web.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Adds and changes queues on an administrator's word, and writes it into the audit.
@Component
class QueueChanges {

    private final QueueStore store;
    private final KnownQueues known;
    private final Calendars calendars;
    private final Audit audit;

    QueueChanges(QueueStore store, KnownQueues known, Calendars calendars, Audit audit) {
        this.store = store;
        this.known = known;
        this.calendars = calendars;
        this.audit = audit;
    }

    Queue add(Viewer by, QueueForm form) {
        QueueId id = form.newId();
        if (store.find(id).isPresent()) {
            throw ProblemException.field("queue-exists", "id",
                    "There is a queue “" + id + "” already. Give this one another id.");
        }
        return keep(by, form.queue(id, 1), "queue-added");
    }

    Queue change(Viewer by, QueueId id, QueueForm form) {
        Queue before = store.find(id).orElseThrow(() -> ProblemException.notFound("There is no such queue."));
        if (form.version() != null && form.version() != before.version()) {
            throw changedMeanwhile();
        }
        Queue after = form.queue(id, before.version() + 1);
        // Nobody chose a calendar that went since: the queue goes by the default one already.
        boolean went = after.calendar() != null && after.calendar().equals(before.calendar()) && !exists(after);
        return keep(by, went ? after.withoutCalendar() : after, "queue-changed");
    }

    /// Gives all queues another order, in one step.
    List<Queue> order(Viewer by, List<QueueId> order) {
        Map<QueueId, Queue> all = new HashMap<>();
        store.all().forEach(queue -> all.put(queue.id(), queue));
        if (order.size() != all.size() || !all.keySet().equals(Set.copyOf(order))) {
            throw changedMeanwhile();
        }
        List<Queue> placed = new ArrayList<>();
        for (int place = 0; place < order.size(); place++) {
            Queue queue = Objects.requireNonNull(all.get(order.get(place)));
            if (queue.position() != place) {
                placed.add(queue.at(place));
            }
        }
        if (!placed.isEmpty()) {
            if (store.save(placed) == QueueStore.Saved.STALE) {
                throw changedMeanwhile();
            }
            known.forget();
            audit.record(by.id().value(), "queues-ordered", "queues", Map.of("order", order.stream().map(
                    QueueId::value).collect(Collectors.joining(" "))));
        }
        return store.all();
    }

    private boolean exists(Queue queue) {
        return queue.calendar() != null && calendars.exists(new CalendarId(queue.calendar()));
    }

    private Queue keep(Viewer by, Queue queue, String what) {
        check(queue);
        switch (store.save(queue)) {
            case DONE -> known.forget();
            case STALE -> throw changedMeanwhile();
        }
        audit.record(by.id().value(), what, queue.id().value(),
                Map.of("name", queue.name(), "active", Boolean.toString(queue.active()), "rules",
                        Integer.toString(queue.rules().size())));
        return queue;
    }

    private void check(Queue queue) {
        if (queue.calendar() != null && !exists(queue)) {
            throw ProblemException.field("unknown-calendar", "calendar",
                    "There is no calendar “" + queue.calendar() + "”. Add it first, or leave it out.");
        }
        if (queue.isMain() && !queue.active()) {
            throw ProblemException.field("main-queue", "active",
                    "This queue takes what no rule puts elsewhere, so it stays on.");
        }
        if (queue.rules().stream().anyMatch(FeedRule::empty)) {
            throw ProblemException.field("empty-rule", "rules",
                    "A rule without a condition would take every message. Give it one, or leave it out.");
        }
    }

    private static ProblemException changedMeanwhile() {
        return new ProblemException("changed-meanwhile", HttpStatus.CONFLICT,
                "Somebody changed this queue meanwhile. Look at it again, and then change it.");
    }
}
