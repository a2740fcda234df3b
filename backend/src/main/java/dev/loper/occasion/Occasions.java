package dev.loper.occasion;

import dev.loper.access.Access;
import dev.loper.access.Viewer;
import dev.loper.calendar.Calendars;
import dev.loper.conversation.Conversation;
import dev.loper.conversation.Timeline;
import dev.loper.conversation.Topic;
import dev.loper.conversation.Topics;
import dev.loper.customer.Customers;
import dev.loper.fact.FactDay;
import dev.loper.fact.FactDays;
import dev.loper.message.ConversationId;
import dev.loper.message.TopicId;
import dev.loper.occasion.Occasion.Held;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Whose day comes, for one person here: of the customers they may see.
@Component
class Occasions {

    private static final int BEFORE = 3;
    private static final int AHEAD = 7;
    private static final int LOOK_BACK = 60;
    private static final int ROUND = 5;

    private final FactDays days;
    private final Customers customers;
    private final Topics topics;
    private final Timeline timeline;
    private final Access access;
    private final Calendars calendars;
    private final RedisOccasions store;
    private final Clock clock;

    Occasions(FactDays days, Customers customers, Topics topics, Timeline timeline, Access access, Calendars calendars,
            RedisOccasions store, Clock clock) {
        this.days = days;
        this.customers = customers;
        this.topics = topics;
        this.timeline = timeline;
        this.access = access;
        this.calendars = calendars;
        this.store = store;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), calendars.defaultCalendar().zone());
    }

    /// From three days ago to a week ahead, by date.
    List<Occasion> of(Viewer viewer) {
        LocalDate today = today();
        List<Occasion> found = new ArrayList<>();
        for (LocalDate date = today.minusDays(BEFORE); !date.isAfter(today.plusDays(AHEAD)); date = date.plusDays(1)) {
            found.addAll(on(date, viewer));
        }
        return found;
    }

    /// The same of one customer.
    List<Occasion> of(ConversationId conversation, Viewer viewer) {
        LocalDate today = today();
        return days.of(conversation).stream().flatMap(whose -> today.minusDays(BEFORE).datesUntil(today.plusDays(
                AHEAD + 1)).filter(date -> whose.is(date) && due(whose, date)).flatMap(
                        date -> occasion(whose, date,
                                store.done(date.getYear()), viewer).stream())).sorted(Comparator.comparing(
                                        Occasion::date)).toList();
    }

    /// One of them, if it is near.
    Optional<Occasion> find(String conversation, String kind, LocalDate date, Viewer viewer) {
        LocalDate today = today();
        return date.isBefore(today.minusDays(BEFORE)) || date.isAfter(today.plusDays(AHEAD))
                ? Optional.empty()
                : on(date, viewer).stream().filter(one -> one.conversation().value().equals(conversation)
                        && one.kind().equals(kind)).findFirst();
    }

    private List<Occasion> on(LocalDate date, Viewer viewer) {
        Map<String, Occasion.Done> done = store.done(date.getYear());
        return days.on(date).stream().filter(whose -> due(whose, date)).flatMap(
                whose -> occasion(whose, date, done, viewer).stream()).sorted(
                        Comparator.comparing(Occasion::name)).toList();
    }

    /// A birthday is every year; a jubilee after the first, and then every five.
    private static boolean due(FactDays.Whose whose, LocalDate date) {
        Integer years = years(whose.day(), date);
        return whose.kind().equals(FactDay.BIRTHDAY)
                ? years == null || years > 0
                : years != null && (years == 1 || years > 0 && years % ROUND == 0);
    }

    private static @Nullable Integer years(FactDay day, LocalDate date) {
        return day.year() == null ? null : date.getYear() - day.year();
    }

    private Optional<Occasion> occasion(FactDays.Whose whose, LocalDate date, Map<String, Occasion.Done> done,
            Viewer viewer) {
        Conversation conversation = whose.conversation();
        List<Topic> all = topics.of(conversation.id());
        if (all.stream().noneMatch(topic -> access.canSee(viewer, topic.queue()))) {
            return Optional.empty();
        }
        return customers.find(conversation.customer()).map(customer -> new Occasion(conversation.id(), customer.id(),
                customer.name(), whose.kind(), date, years(whose.day(), date), held(conversation, all, viewer),
                done.get(RedisOccasions.field(conversation.id(), whose.kind()))));
    }

    /// Whoever may see where, it counts: nobody congratulates somebody another department has let down. A promise outlives the
    /// matter it was made in, so one that is late counts though that is resolved.
    private @Nullable Held held(Conversation conversation, List<Topic> all, Viewer viewer) {
        Optional<Topic> late = all.stream().filter(topic -> topic.promise() != null && topic.promise().state().equals(
                "late")).findFirst();
        return late.map(topic -> held("late-promise", topic, viewer)).or(() -> complaint(conversation,
                all.stream().filter(
                        topic -> topic.status() != Topic.Status.RESOLVED).toList()).map(
                                topic -> held("complaint", topic, viewer))).orElse(null);
    }

    /// What another department has is not named.
    private Held held(String why, Topic topic, Viewer viewer) {
        return access.canSee(viewer, topic.queue())
                ? new Held(why, topic.id(), topic.title())
                : new Held(why, null, null);
    }

    private Optional<Topic> complaint(Conversation conversation, List<Topic> open) {
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Set<TopicId> ids = open.stream().map(Topic::id).collect(Collectors.toSet());
        Map<TopicId, List<String>> said = timeline.page(conversation, null, null, LOOK_BACK).stream().filter(
                entry -> "in".equals(entry.body().direction()) && ids.contains(entry.topic())).collect(
                        Collectors.groupingBy(entry -> entry.topic(), Collectors.mapping(
                                entry -> entry.body().text(), Collectors.toList())));
        return open.stream().filter(topic -> Complaint.in(Stream.concat(Stream.of(topic.title()),
                said.getOrDefault(topic.id(), List.of()).stream()).toList())).findFirst();
    }
}
