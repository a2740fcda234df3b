package dev.loper.fact;

import dev.loper.message.ConversationId;
import dev.loper.message.HomeId;
import dev.loper.message.TopicId;
import java.time.MonthDay;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A day as it is filed among the occasions: all that tells whose it is and how often it came round, so that the ledger need not
/// be read.
///
/// @param conversation in which it was written down; the home may be in another one by now
/// @param topic        whose readers may see it, if it was said in one
record FiledDay(FactDay day, String kind, HomeId home, ConversationId conversation, @Nullable TopicId topic) {

    private static final int PARTS = 6;

    static FiledDay of(FactDay day, Fact fact, Facts.Said said) {
        return new FiledDay(day, fact.kind(), said.home(), said.conversation(), fact.topic());
    }

    /// `05-12|birthday|h1|v1|1990|t1`.
    String member() {
        return String.join("|", FactDay.key(day.day()), kind, home.value(), conversation.value(),
                day.year() == null ? "" : day.year().toString(), topic == null ? "" : topic.value());
    }

    /// @return empty if it is none: no day is known, or it was filed by an earlier version
    static Optional<FiledDay> read(String member) {
        String[] parts = member.split("\\|", -1);
        return parts.length != PARTS
                ? Optional.empty()
                : Optional.of(new FiledDay(
                        new FactDay(MonthDay.parse("--" + parts[0]),
                                parts[4].isEmpty() ? null : Integer.valueOf(parts[4])),
                        parts[1], new HomeId(parts[2]), new ConversationId(parts[3]),
                        parts[5].isEmpty() ? null : new TopicId(parts[5])));
    }

    String field() {
        return FactDay.field(kind, home);
    }
}
