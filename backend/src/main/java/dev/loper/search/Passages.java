package dev.loper.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.Locale;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.DefaultPassageFormatter;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.springframework.stereotype.Component;

/// Cuts the passage out of a text in which the words stand that were looked for.
@Component
class Passages {

    private static final int LENGTH = 90;
    /// The words stand in the middle of the passage.
    private static final float MIDDLE = 0.5f;

    private final SearchText words;

    Passages(SearchText words) {
        this.words = words;
    }

    /// @return on one line, plain; empty if they are not in it
    String of(Query said, String text) {
        UnifiedHighlighter highlighter = UnifiedHighlighter.builderWithoutSearcher(words).withMaxNoHighlightPassages(
                0).withBreakIterator(
                        () -> LengthGoalBreakIterator.createClosestToLength(
                                BreakIterator.getWordInstance(Locale.ROOT), LENGTH, MIDDLE)).withFormatter(
                                        new DefaultPassageFormatter("", "", "", false)).build();
        try {
            Object passage = highlighter.highlightWithoutSearcher(SearchIndex.TEXT, said, text, 1);
            return passage == null ? "" : passage.toString().strip().replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
