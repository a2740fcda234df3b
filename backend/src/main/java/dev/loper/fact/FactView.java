package dev.loper.fact;

import dev.loper.message.EntryId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A fact as the API gives it: what holds now, and what it superseded.
///
/// @param by      who of us confirmed or set it
/// @param entries each entry that says so, the newest first
/// @param earlier what was said before and is no longer so, the newest first
record FactView(String kind, FactWords name, String value, Fact.State state, Source source, @Nullable By by,
        List<String> entries, List<Earlier> earlier) {

    /// Where it comes from.
    ///
    /// @param entry   the entry that says it; null where none does
    /// @param channel a channel's name, `web` for what they did on a site, or `profile` for a name told on one of several
    @Schema(name = "FactSource")
    record Source(@Nullable String entry, String channel, Instant at) {

        static Source of(Fact fact) {
            return new Source(fact.entry() == null ? null : fact.entry().value(), fact.channel(), fact.at());
        }
    }

    @Schema(name = "FactBy")
    record By(String id, String name) {}

    @Schema(name = "FactName")
    record FactWords(String nl, String en) {

        static FactWords of(FactKind kind) {
            return new FactWords(kind.name().nl(), kind.name().en());
        }
    }

    @Schema(name = "EarlierFact")
    record Earlier(String value, Fact.State state, Source source, @Nullable By by, List<String> entries) {

        static Earlier of(Fact fact, List<Fact> said) {
            return new Earlier(fact.value(), fact.state(), Source.of(fact), byOf(fact),
                    entriesOf(fact, said));
        }
    }

    /// @param said of one kind, the newest first; not empty
    static FactView of(FactKind kind, List<Fact> said) {
        Fact now = current(said);
        List<Earlier> earlier = new ArrayList<>();
        Set<String> shown = new HashSet<>(Set.of(FactValue.core(now.kind(), now.value())));
        said.stream().filter(fact -> shown.add(FactValue.core(fact.kind(), fact.value()))).forEach(
                fact -> earlier.add(Earlier.of(fact, said)));
        return new FactView(kind.id(), FactWords.of(kind), now.value(), now.state(), Source.of(now), byOf(now),
                entriesOf(now, said), earlier);
    }

    private static List<String> entriesOf(Fact of, List<Fact> said) {
        return said.stream().filter(fact -> FactValue.same(of, fact)).flatMap(
                fact -> Stream.ofNullable(fact.entry())).map(EntryId::value).distinct().toList();
    }

    /// What was said last holds; and if one of us confirmed just that, then as confirmed.
    static Fact current(List<Fact> said) {
        Fact newest = said.getFirst();
        return said.stream().filter(
                fact -> FactValue.same(newest, fact) && fact.state() != Fact.State.SAID).findFirst().orElse(
                        newest);
    }

    private static @Nullable By byOf(Fact fact) {
        Fact.By by = fact.by();
        return by == null ? null : new By(by.id(), by.name());
    }
}
