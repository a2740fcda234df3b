package dev.loper.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Notices, in what one of us writes to a customer, the questions that ask for a fact. Pure, Dutch and English.
///
/// It reads sentence by sentence: either the sentence is one of the questions that ask without a name (“Which order is it
/// about?”), or the thing is named in a frame of asking ([Asking]). How often it is right stands in `docs/facts.md`, and a
/// test holds it there.
final class Questions {

    private final List<AskedFor> known;

    private Questions(List<AskedFor> known) {
        this.known = known;
    }

    /// @param kinds those defined here, besides the built-in ones: their patterns are made once, not at every look
    static Questions of(List<FactKind> kinds) {
        return new Questions(Stream.concat(AskedFor.BUILT_IN.stream(), kinds.stream().flatMap(
                kind -> AskedFor.of(kind).stream())).toList());
    }

    /// Each kind asked for, once, where it is asked for first.
    List<Asked> in(String text) {
        String words = text.length() > FactFinder.MOST ? text.substring(0, FactFinder.MOST) : text;
        List<Asked> asked = new ArrayList<>();
        for (Sentences.Sentence sentence : Sentences.of(words)) {
            for (AskedFor kind : known) {
                boolean told = asked.stream().anyMatch(one -> one.kind().equals(kind.kind()));
                if (!told && kind.in(sentence.words())) {
                    asked.add(new Asked(kind.kind(), sentence.from(), sentence.to(), kind.asking().language()));
                }
            }
        }
        return asked;
    }
}
