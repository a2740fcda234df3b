package dev.loper.fact;

import dev.loper.conversation.Conversation;
import dev.loper.conversation.Entry;
import dev.loper.conversation.Timeline;
import dev.loper.message.Author;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Proposes what to ask next: one useful thing that is not known, and nothing in a contact in which something was asked already.
@Component
class QuestionPlan {

    /// What is useful to know of anybody, the most useful first, and how it is asked for.
    static final Map<BuiltIn, FactKind.Words> USEFUL = inOrder();
    private static final Set<String> LOOKED_FOR = Stream.concat(USEFUL.keySet().stream(),
            Stream.of(BuiltIn.PREFERENCE)).map(
                    BuiltIn::id).collect(Collectors.toUnmodifiableSet());
    private static final Duration CONTACT = Duration.ofHours(12);
    private static final int LOOK_BACK = 20;

    private final KnownFacts known;
    private final Timeline timeline;
    private final FactKinds kinds;
    private final Clock clock;

    QuestionPlan(KnownFacts known, Timeline timeline, FactKinds kinds, Clock clock) {
        this.known = known;
        this.timeline = timeline;
        this.kinds = kinds;
        this.clock = clock;
    }

    /// What to ask, and how.
    record Next(FactKind kind, FactKind.Words question) {}

    private static Map<BuiltIn, FactKind.Words> inOrder() {
        Map<BuiltIn, FactKind.Words> useful = new LinkedHashMap<>();
        useful.put(BuiltIn.NAME, new FactKind.Words("Mag ik je naam?", "May I have your name?"));
        useful.put(BuiltIn.EMAIL, new FactKind.Words("Wat is je e-mailadres?", "What is your email address?"));
        useful.put(BuiltIn.PHONE, new FactKind.Words("Wat is je telefoonnummer?", "What is your phone number?"));
        useful.put(BuiltIn.PREFERRED_CHANNEL, new FactKind.Words("Hoe wil je het liefst van ons horen?",
                "How would you like to hear from us?"));
        useful.put(BuiltIn.POSTCODE, new FactKind.Words("Wat is je postcode?", "What is your postcode?"));
        return Collections.unmodifiableMap(useful);
    }

    /// By all that is known, whoever may see it.
    Optional<Next> next(Conversation conversation) {
        Map<String, List<Fact>> said = known.all(conversation, LOOKED_FOR);
        Optional<Next> next = USEFUL.entrySet().stream().filter(one -> unknown(one.getKey(), said)).findFirst().map(
                one -> new Next(one.getKey().kind(), one.getValue()));
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
                && !kinds.questions().in(entry.body().text()).isEmpty();
    }
}
