package dev.loper.fact;

import dev.loper.conversation.Conversation;
import dev.loper.conversation.Entry;
import dev.loper.conversation.Timeline;
import dev.loper.message.Author;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Proposes what to ask next: one useful thing that is not known, and nothing in a contact in which something was asked already.
@Component
class QuestionPlan {

    /// What is useful to know of anybody, the most useful first.
    private static final List<BuiltIn> USEFUL = List.of(BuiltIn.NAME, BuiltIn.EMAIL, BuiltIn.PHONE,
            BuiltIn.PREFERRED_CHANNEL, BuiltIn.POSTCODE);
    private static final Duration CONTACT = Duration.ofHours(12);
    private static final int LOOK_BACK = 20;

    private final Timeline timeline;
    private final FactKinds kinds;
    private final Clock clock;

    QuestionPlan(Timeline timeline, FactKinds kinds, Clock clock) {
        this.timeline = timeline;
        this.kinds = kinds;
        this.clock = clock;
    }

    Optional<FactKind> next(Conversation conversation, Map<String, List<Fact>> said) {
        Optional<FactKind> next = USEFUL.stream().filter(kind -> unknown(kind, said)).findFirst().map(BuiltIn::kind);
        return next.isPresent() && askedAlready(conversation) ? Optional.empty() : next;
    }

    private static boolean unknown(BuiltIn kind, Map<String, List<Fact>> said) {
        return !said.containsKey(kind.id()) && !(kind == BuiltIn.PREFERRED_CHANNEL && said.containsKey(
                BuiltIn.PREFERENCE.id()));
    }

    private boolean askedAlready(Conversation conversation) {
        Instant since = clock.instant().minus(CONTACT);
        return timeline.page(conversation, null, null, LOOK_BACK).stream().filter(
                entry -> entry.at().isAfter(since)).anyMatch(this::asks);
    }

    private boolean asks(Entry entry) {
        return "out".equals(entry.body().direction()) && entry.body().author().kind() == Author.Kind.AGENT
                && !Questions.in(entry.body().text(), kinds.defined()).isEmpty();
    }
}
