package dev.loper.fact;

import dev.loper.conversation.Conversation;
import dev.loper.conversation.Conversations;
import dev.loper.message.ConversationId;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Which customers have a day of theirs, by the ledger of facts as it is now.
@Component
public class FactDays {

    /// Of one day, how many are looked at.
    private static final int OF_A_DAY = 200;

    private final RedisFacts reads;
    private final Facts facts;
    private final Conversations conversations;

    FactDays(RedisFacts reads, Facts facts, Conversations conversations) {
        this.reads = reads;
        this.facts = facts;
        this.conversations = conversations;
    }

    /// @param day as its facts say it
    public record Whose(Conversation conversation, String kind, FactDay day) {

        /// Whether it is theirs on a date.
        public boolean is(LocalDate date) {
            return day.day().equals(MonthDay.from(date)) || day.day().equals(alsoOn(date));
        }
    }

    /// The days of one customer.
    public List<Whose> of(ConversationId id) {
        return conversations.find(id).stream().flatMap(conversation -> FactDay.KINDS.stream().flatMap(
                kind -> now(conversation, kind).stream())).toList();
    }

    /// Whose day a date is. A 29th of February is on the 28th where there is none.
    public List<Whose> on(LocalDate date) {
        List<Whose> found = new ArrayList<>(on(MonthDay.from(date)));
        if (MonthDay.of(2, 29).equals(alsoOn(date))) {
            found.addAll(on(MonthDay.of(2, 29)));
        }
        return found;
    }

    private static MonthDay alsoOn(LocalDate date) {
        MonthDay day = MonthDay.from(date);
        return day.equals(MonthDay.of(2, 28)) && !date.isLeapYear() ? MonthDay.of(2, 29) : day;
    }

    private List<Whose> on(MonthDay day) {
        String from = FactDay.key(day) + "|";
        Set<String> seen = new HashSet<>();
        List<Whose> found = new ArrayList<>();
        reads.occasions(from, OF_A_DAY).forEach(member -> {
            String[] parts = member.split("\\|", 4);
            conversations.find(new ConversationId(parts[3])).filter(
                    conversation -> seen.add(conversation.id() + parts[1])).flatMap(
                            conversation -> now(conversation, parts[1])).filter(
                                    whose -> whose.day().day().equals(day)).ifPresent(found::add);
        });
        return found;
    }

    /// What was set last holds.
    private Optional<Whose> now(Conversation conversation, String kind) {
        return facts.of(conversation.homes()).stream().map(Facts.Kept::fact).filter(
                fact -> fact.kind().equals(kind)).max(Comparator.comparing(Fact::at)).flatMap(FactDay::of).map(
                        day -> new Whose(conversation, kind, day));
    }
}
