package dev.loper.fact;

import dev.loper.calendar.Calendars;
import dev.loper.conversation.Conversations;
import dev.loper.customer.Customer;
import dev.loper.customer.CustomerWishes;
import dev.loper.customer.QuietHours;
import dev.loper.message.ChannelKind;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// How customers wish to be reached, as we wrote it down: what was set last holds, whoever may see where.
@Component
class FactWishes implements CustomerWishes {

    private final Facts facts;
    private final Conversations conversations;
    private final Calendars calendars;

    FactWishes(Facts facts, Conversations conversations, Calendars calendars) {
        this.facts = facts;
        this.conversations = conversations;
        this.calendars = calendars;
    }

    @Override
    public Wishes of(Customer customer) {
        Map<String, Fact> newest = conversations.find(customer.conversation()).map(
                conversation -> facts.of(conversation.homes())).orElse(List.of()).stream().map(
                        Facts.Kept::fact).collect(
                                Collectors.toMap(Fact::kind, fact -> fact, BinaryOperator.maxBy(
                                        Comparator.comparing(Fact::at))));
        return new Wishes(value(newest, BuiltIn.PREFERRED_CHANNEL).map(ChannelKind::of).orElse(null),
                value(newest, BuiltIn.QUIET_HOURS).flatMap(words -> QuietHours.read(words, zone(customer))).orElse(
                        null),
                value(newest, BuiltIn.LANGUAGE).orElse(null));
    }

    private static Optional<String> value(Map<String, Fact> facts, BuiltIn kind) {
        return Optional.ofNullable(facts.get(kind.id())).map(Fact::value).filter(
                value -> !value.isEmpty());
    }

    /// The customer's, or the house's where it is not known.
    private ZoneId zone(Customer customer) {
        String zone = customer.zone();
        try {
            return zone == null || zone.isBlank() ? calendars.defaultCalendar().zone() : ZoneId.of(zone);
        } catch (DateTimeException e) {
            return calendars.defaultCalendar().zone();
        }
    }
}
