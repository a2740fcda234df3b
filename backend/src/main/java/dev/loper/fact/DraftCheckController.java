package dev.loper.fact;

import dev.loper.access.AccessRule;
import dev.loper.access.Viewer;
import dev.loper.access.Who;
import dev.loper.conversation.Conversation;
import dev.loper.conversation.VisibleConversations;
import dev.loper.reply.DraftPromise;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Looks at what somebody is writing, before it is sent: does it ask what is known, does it promise something? Nothing of it is
/// kept.
@RestController
@Tag(name = "Facts")
@RequestMapping("/api/v1/conversations/{id}/draft-checks")
@AccessRule(Who.PEOPLE)
class DraftCheckController {

    private final VisibleConversations conversations;
    private final KnownFacts known;
    private final FactKinds kinds;
    private final ObjectProvider<DraftPromise> promises;
    private final Clock clock;

    DraftCheckController(VisibleConversations conversations, KnownFacts known, FactKinds kinds,
            ObjectProvider<DraftPromise> promises, Clock clock) {
        this.conversations = conversations;
        this.known = known;
        this.kinds = kinds;
        this.promises = promises;
        this.clock = clock;
    }

    record Draft(@NotNull @Size(max = 100_000) String text) {}

    /// @param promise words that promise something, if there are any
    record DraftCheck(List<KnownAlready> known, @Nullable PromiseNoticed promise) {}

    /// A question whose answer is known.
    ///
    /// @param asked   where the question stands in the text
    /// @param instead a sentence that can take its place, in the question's language
    record KnownAlready(String kind, FactView.FactWords name, String value, FactView.Source source, Span asked,
            String instead) {}

    @Schema(name = "DraftSpan")
    record Span(int from, int to) {}

    record PromiseNoticed(Span at, String words, @Nullable Instant dueAt) {}

    @PostMapping
    @Operation(summary = "Says which questions of a draft are answered already, and whether it promises something. Keeps nothing.")
    DraftCheck check(@PathVariable String id, @Valid @RequestBody Draft draft, Viewer viewer) {
        Conversation conversation = conversations.conversation(id, viewer);
        List<Asked> asked = kinds.questions().in(draft.text());
        Map<String, List<Fact>> said = asked.isEmpty()
                ? Map.of()
                : known.of(conversation, viewer, asked.stream().map(Asked::kind).collect(Collectors.toSet()));
        Instant now = clock.instant();
        return new DraftCheck(asked.stream().flatMap(
                question -> answer(question, said.getOrDefault(question.kind(), List.of()), now).stream()).toList(),
                noticed(conversation, draft.text(), viewer));
    }

    private Optional<KnownAlready> answer(Asked asked, List<Fact> said, Instant now) {
        Optional<FactKind> kind = kinds.byId(asked.kind());
        if (said.isEmpty() || kind.isEmpty()) {
            return Optional.empty();
        }
        Fact fact = FactView.current(said);
        return known.holds(fact, now)
                ? Optional.of(new KnownAlready(asked.kind(), FactView.FactWords.of(kind.get()), fact.value(),
                        FactView.Source.of(fact), new Span(asked.from(), asked.to()),
                        instead(kind.get(), fact.value(), asked.language())))
                : Optional.empty();
    }

    private static String instead(FactKind kind, String value, String language) {
        return "nl".equals(language)
                ? kind.name().nl() + " " + value + " heb ik al."
                : "I already have your " + kind.name().en().toLowerCase(Locale.ROOT) + ", " + value + ".";
    }

    private @Nullable PromiseNoticed noticed(Conversation conversation, String text, Viewer viewer) {
        DraftPromise port = promises.getIfAvailable();
        return port == null || text.isBlank()
                ? null
                : port.in(conversation, text, viewer).map(found -> new PromiseNoticed(new Span(found.from(),
                        found.to()), found.words(), found.dueAt())).orElse(null);
    }
}
