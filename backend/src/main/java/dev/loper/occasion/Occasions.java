package dev.loper.occasion;

import dev.loper.access.Access;
import dev.loper.access.Viewer;
import dev.loper.calendar.Calendars;
import dev.loper.conversation.Conversation;
import dev.loper.conversation.Topic;
import dev.loper.conversation.Topics;
import dev.loper.customer.Customer;
import dev.loper.customer.Customers;
import dev.loper.fact.FactDay;
import dev.loper.fact.FactDays;
import dev.loper.message.ConversationId;
import dev.loper.message.CustomerId;
import dev.loper.message.TopicId;
import dev.loper.occasion.Occasion.Held;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private static final int ROUND = 5;

    private final FactDays days;
    private final Customers customers;
    private final Topics topics;
    private final RedisComplaints complaints;
    private final Access access;
    private final Calendars calendars;
    private final RedisOccasions store;
    private final Clock clock;

    Occasions(FactDays days, Customers customers, Topics topics, RedisComplaints complaints, Access access,
            Calendars calendars, RedisOccasions store, Clock clock) {
        this.days = days;
        this.customers = customers;
        this.topics = topics;
        this.complaints = complaints;
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
        List<LocalDate> dates = dates();
        return occasions(days.on(dates, (kind, began) -> dates.stream().anyMatch(
                date -> due(kind, began.map(year -> date.getYear() - year).orElse(null)))), viewer);
    }

    /// The same of one customer.
    List<Occasion> of(ConversationId conversation, Viewer viewer) {
        return occasions(days.of(conversation), viewer);
    }

    /// One of them, if it is near.
    Optional<Occasion> find(String conversation, String kind, LocalDate date, Viewer viewer) {
        return of(new ConversationId(conversation), viewer).stream().filter(one -> one.kind().equals(
                kind) && one.date().equals(date)).findFirst();
    }

    private List<LocalDate> dates() {
        LocalDate today = today();
        return today.minusDays(BEFORE).datesUntil(today.plusDays(AHEAD + 1)).toList();
    }

    /// A birthday is every year; a jubilee after the first, and then every five.
    private static boolean due(String kind, @Nullable Integer years) {
        return kind.equals(FactDay.BIRTHDAY)
                ? years == null || years > 0
                : years != null && (years == 1 || years > 0 && years % ROUND == 0);
    }

    /// A day that comes, and when.
    private record Coming(FactDays.Whose whose, LocalDate date) {}

    /// All is read together: what it costs goes by trips, not by customers.
    private List<Occasion> occasions(List<FactDays.Whose> all, Viewer viewer) {
        List<Coming> coming = all.stream().flatMap(whose -> dates().stream().filter(
                date -> whose.is(date) && due(whose.kind(), whose.years(date))).map(
                        date -> new Coming(whose, date))).toList();
        Map<ConversationId, List<Topic>> topicsOf = topics.of(conversations(coming).stream().map(
                Conversation::id).toList());
        List<Coming> seen = coming.stream().filter(one -> may(viewer, one.whose(), topicsOf)).toList();
        List<Conversation> conversations = conversations(seen);
        Map<CustomerId, Customer> known = customers.find(conversations.stream().map(Conversation::customer).collect(
                Collectors.toSet()));
        Map<Integer, RedisOccasions.Done> done = seen.stream().map(one -> one.date().getYear()).distinct().collect(
                Collectors.toMap(year -> year, year -> store.done(year, conversations)));
        Set<TopicId> complained = complaints.topics(conversations);
        return seen.stream().flatMap(one -> Stream.ofNullable(known.get(one.whose().conversation().customer())).map(
                customer -> new Occasion(one.whose().conversation(), customer.id(), customer.name(),
                        one.whose().kind(), one.date(), one.whose().years(one.date()),
                        held(of(one, topicsOf), complained, viewer),
                        Objects.requireNonNull(done.get(one.date().getYear())).of(one.whose().conversation(),
                                one.whose().kind())))).sorted(
                                        Comparator.comparing(Occasion::date).thenComparing(Occasion::name)).toList();
    }

    private static List<Conversation> conversations(List<Coming> coming) {
        return coming.stream().map(one -> one.whose().conversation()).distinct().toList();
    }

    private static List<Topic> of(Coming one, Map<ConversationId, List<Topic>> topicsOf) {
        return topicsOf.getOrDefault(one.whose().conversation().id(), List.of());
    }

    /// Whoever may see the customer, and the topic in which it was said.
    private boolean may(Viewer viewer, FactDays.Whose whose, Map<ConversationId, List<Topic>> topicsOf) {
        return whose.seen(topic -> access.canSee(viewer, topic.queue())) && topicsOf.getOrDefault(
                whose.conversation().id(), List.of()).stream().anyMatch(
                        topic -> access.canSee(viewer, topic.queue()));
    }

    /// Whoever may see where, it counts: nobody congratulates somebody another department has let down. A promise outlives the
    /// matter it was made in, so one that is late counts though that is resolved.
    private @Nullable Held held(List<Topic> all, Set<TopicId> complained, Viewer viewer) {
        return all.stream().filter(Occasions::late).findFirst().map(topic -> held("late-promise", topic, viewer)).or(
                () -> all.stream().filter(topic -> complains(topic, complained)).findFirst().map(
                        topic -> held("complaint", topic, viewer))).orElse(null);
    }

    private static boolean late(Topic topic) {
        return topic.promise() != null && topic.promise().state().equals("late");
    }

    private static boolean complains(Topic topic, Set<TopicId> complained) {
        return topic.status() != Topic.Status.RESOLVED && (complained.contains(topic.id()) || Complaint.in(List.of(
                topic.title())));
    }

    /// What another department has is not named.
    private Held held(String why, Topic topic, Viewer viewer) {
        return access.canSee(viewer, topic.queue())
                ? new Held(why, topic.id(), topic.title())
                : new Held(why, null, null);
    }
}
