package dev.loper.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.conversation.Entry;
import dev.loper.conversation.Rig;
import dev.loper.conversation.Topic;
import dev.loper.conversation.View;
import dev.loper.conversation.Views;
import dev.loper.message.CustomerId;
import dev.loper.message.Delivery;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys.Family;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Holds what the store keeps ready, rows, views and counts, against what they come to from the entries.
final class Recomputed {

    private final Rig rig;

    Recomputed(Rig rig) {
        this.rig = rig;
    }

    void check(List<CustomerId> everybody) {
        TreeSet<String> members = new TreeSet<>();
        int topics = 0;
        for (CustomerId customer : everybody) {
            List<Entry> timeline = rig.entriesOf(customer);
            for (Topic topic : rig.topicsOf(customer)) {
                topics++;
                check(topic, timeline.stream().filter(entry -> entry.topic().equals(topic.id())).toList());
                views(topic).forEach(view -> members.add(view + "|" + order(topic) + "|" + topic.id()));
            }
        }
        var keys = rig.fresh.keys();
        assertThat(rig.fresh.redis().zrange(keys.of(Family.VIEWS), 0, -1)).as("the views").containsExactlyElementsOf(
                members);
        assertThat(rig.fresh.redis().hlen(keys.of(Family.TOPICS))).as("topics that nobody has").isEqualTo(topics);
        Views.Count all = rig.views.count(List.of(new View("all"))).getFirst();
        assertThat(all.topics()).isEqualTo(members.stream().filter(member -> member.startsWith("all|")).count());
    }

    private void check(Topic topic, List<Entry> entries) {
        assertThat(topic.waitingSince()).as("since when %s waits", topic.id()).isEqualTo(waiting(topic, entries));
        List<Entry> messages = entries.stream().filter(entry -> entry.body().type().equals("message")).toList();
        if (!messages.isEmpty()) {
            assertThat(topic.preview()).as("what the row of %s says", topic.id()).isEqualTo(
                    messages.getLast().body().text());
        }
        assertThat(topic.newestIn() == null ? null : topic.newestIn().value()).as("newest in of %s",
                topic.id()).isEqualTo(
                        messages.stream().filter(Recomputed::in).map(entry -> entry.id().value()).reduce(
                                (first, second) -> second).orElse(null));
    }

    /// The oldest message in after the newest one out, and after the topic was last resolved.
    private @Nullable Instant waiting(Topic topic, List<Entry> entries) {
        if (topic.status() == Topic.Status.RESOLVED) {
            return null;
        }
        Instant waiting = null;
        for (Entry entry : entries) {
            if (entry.at().toEpochMilli() < closed(topic)
                    || "out".equals(entry.body().direction()) && entry.delivery() != Delivery.WITHDRAWN) {
                waiting = null;
            } else if (in(entry) && waiting == null && !quiet(entry)) {
                waiting = entry.at();
            }
        }
        return waiting;
    }

    private long closed(Topic topic) {
        String kept = String.valueOf(rig.fresh.redis().hget(rig.fresh.keys().of(Family.TOPICS), topic.id().value()));
        return Optional.ofNullable(RedisJson.read(kept, Closed.class).closed()).orElse(0L);
    }

    private record Closed(@Nullable Long closed) {}

    /// A machine's message makes nobody wait, unless it began its topic.
    private static boolean quiet(Entry entry) {
        return Boolean.TRUE.equals(entry.body().automatic()) && !"new".equals(entry.reason());
    }

    private static boolean in(Entry entry) {
        return "in".equals(entry.body().direction());
    }

    private static List<String> views(Topic topic) {
        List<String> whole = switch (topic.status()) {
            case RESOLVED -> List.of("resolved");
            case SNOOZED -> topic.assignee() == null
                    ? List.of("snoozed")
                    : List.of("snoozed", "held:" + topic.assignee());
            case OPEN -> List.of("all", topic.assignee() == null ? "unassigned" : "mine:" + topic.assignee());
        };
        Stream<String> load = topic.status() == Topic.Status.OPEN && topic.assignee() != null
                ? Stream.of("load:" + topic.assignee() + ":" + topic.channel())
                : Stream.of();
        return Stream.concat(whole.stream(), load).flatMap(
                view -> Stream.of(view, view + "@" + topic.queue())).toList();
    }

    private static String order(Topic topic) {
        if (topic.snoozed() != null) {
            return "b%013d".formatted(topic.snoozed().toEpochMilli());
        }
        return topic.waitingSince() != null && topic.status() != Topic.Status.RESOLVED
                ? "a%013d".formatted(topic.waitingSince().toEpochMilli())
                : "b%013d".formatted(9_999_999_999_999L - topic.at().toEpochMilli());
    }
}
