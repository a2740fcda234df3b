package dev.loper.fact;

import dev.loper.conversation.Conversation;
import dev.loper.conversation.Conversations;
import dev.loper.conversation.Topic;
import dev.loper.conversation.Topics;
import dev.loper.message.ConversationId;
import dev.loper.message.TopicId;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Which customers have a day of theirs. Days are filed by the day of the year, so looking at some costs what is on them: a
/// few trips, however many customers there are.
@Component
public class FactDays {

    /// Of one day of the year, how many are looked at.
    private static final int OF_A_DAY = 2000;
    private static final MonthDay LEAP = MonthDay.of(2, 29);

    private final RedisFacts reads;
    private final Conversations conversations;
    private final Topics topics;

    FactDays(RedisFacts reads, Conversations conversations, Topics topics) {
        this.reads = reads;
        this.conversations = conversations;
        this.topics = topics;
    }

    /// @param day   as its facts say it
    /// @param topic whose readers may see it, as it is now; none if every reader of the customer may, or it is gone
    public record Whose(Conversation conversation, FactDay day, String kind, boolean ofTopic, @Nullable Topic topic) {

        /// Whether it is theirs on a date. A 29th of February is on the 28th where there is none.
        public boolean is(LocalDate date) {
            return days(date).anyMatch(day.day()::equals);
        }

        /// How often it has come round on a date; none if the year is not known.
        public @Nullable Integer years(LocalDate date) {
            return day.year() == null ? null : date.getYear() - day.year();
        }

        /// Whether somebody may know of it who may see those topics.
        public boolean seen(Predicate<Topic> by) {
            return !ofTopic || topic != null && by.test(topic);
        }
    }

    /// The days of one customer.
    public List<Whose> of(ConversationId id) {
        return conversations.find(id).map(conversation -> {
            Map<String, RedisFacts.Filed> filed = reads.days(fields(conversation));
            return whose(FactDay.KINDS.stream().flatMap(kind -> newest(conversation, kind, filed).stream()).toList());
        }).orElse(List.of());
    }

    /// Whose day some dates are.
    ///
    /// @param wanted of a kind, and the year it began if that is known, whether it is looked for
    public List<Whose> on(Collection<LocalDate> dates, BiPredicate<String, Optional<Integer>> wanted) {
        List<String> days = dates.stream().flatMap(FactDays::days).distinct().map(FactDay::key).toList();
        return whose(reads.occasions(days, OF_A_DAY).stream().flatMap(member -> FiledDay.read(member).stream()).filter(
                filed -> wanted.test(filed.kind(), Optional.ofNullable(filed.day().year()))).toList());
    }

    private static Stream<MonthDay> days(LocalDate date) {
        MonthDay day = MonthDay.from(date);
        return day.equals(MonthDay.of(2, 28)) && !date.isLeapYear() ? Stream.of(day, LEAP) : Stream.of(day);
    }

    static List<String> fields(Conversation conversation) {
        return conversation.homes().stream().flatMap(
                home -> FactDay.KINDS.stream().map(kind -> FactDay.field(kind, home))).toList();
    }

    /// Where customers were joined, what was said last of all their homes holds.
    private static Optional<FiledDay> newest(Conversation conversation, String kind,
            Map<String, RedisFacts.Filed> filed) {
        return conversation.homes().stream().flatMap(
                home -> Stream.ofNullable(filed.get(FactDay.field(kind, home)))).max(
                        Comparator.comparing(
                                RedisFacts.Filed::at)).flatMap(one -> FiledDay.read(one.member()));
    }

    private List<Whose> whose(List<FiledDay> filed) {
        Map<TopicId, Topic> said = topics.find(filed.stream().flatMap(
                one -> Stream.ofNullable(one.topic())).distinct().toList()).stream().collect(
                        Collectors.toMap(Topic::id, topic -> topic));
        Map<ConversationId, Conversation> there = conversations.find(filed.stream().flatMap(
                one -> places(one, said)).collect(Collectors.toSet()));
        Map<FiledDay, Conversation> found = new HashMap<>();
        filed.forEach(one -> places(one, said).flatMap(id -> Stream.ofNullable(there.get(id))).filter(
                place -> place.homes().contains(one.home())).findFirst().ifPresent(place -> found.put(one, place)));
        Map<String, RedisFacts.Filed> others = reads.days(found.values().stream().filter(
                place -> place.homes().size() > 1).distinct().flatMap(place -> fields(place).stream()).toList());
        Set<String> seen = new HashSet<>();
        return filed.stream().filter(found::containsKey).filter(one -> holds(one, Objects.requireNonNull(
                found.get(one)), others)).map(one -> whose(one, Objects.requireNonNull(found.get(one)), said)).filter(
                        one -> seen.add(one.conversation().id() + one.kind())).toList();
    }

    private static Whose whose(FiledDay filed, Conversation place, Map<TopicId, Topic> said) {
        TopicId topic = filed.topic();
        return new Whose(place, filed.day(), filed.kind(), topic != null, topic == null ? null : said.get(topic));
    }

    /// The conversation its topic is in now, or else the one it was written down in: a home may have changed hands.
    private static Stream<ConversationId> places(FiledDay filed, Map<TopicId, Topic> said) {
        TopicId topic = filed.topic();
        return Stream.concat(topic == null
                ? Stream.empty()
                : Stream.ofNullable(said.get(topic)).map(
                        Topic::conversation),
                Stream.of(filed.conversation()));
    }

    private static boolean holds(FiledDay filed, Conversation place, Map<String, RedisFacts.Filed> others) {
        return place.homes().size() == 1 || newest(place, filed.kind(), others).filter(filed::equals).isPresent();
    }
}
