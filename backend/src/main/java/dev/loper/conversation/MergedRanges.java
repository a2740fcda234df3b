package dev.loper.conversation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;

/// Several sorted ranges read as one, from their heads: what is read beyond the page is a few members a range, however long
/// they are.
final class MergedRanges {

    /// Reads the next members of some ranges.
    interface Reader {

        /// @param wanted what to read of each, answered in the same order
        List<List<String>> read(List<Wanted> wanted);
    }

    /// A piece of a range.
    ///
    /// @param after the member before it; empty for the first
    record Wanted(String range, String after, int limit) {}

    private static final int SPARE = 4;

    private final Reader reader;

    MergedRanges(Reader reader) {
        this.reader = reader;
    }

    /// The first members after one, in order.
    ///
    /// @param after the last member of the page before; empty for the first page
    List<String> page(List<String> ranges, String after, int limit) {
        if (ranges.isEmpty()) {
            return List.of();
        }
        int share = ranges.size() == 1 ? limit : Math.min(limit, limit / ranges.size() + SPARE);
        List<Wanted> first = ranges.stream().map(range -> new Wanted(range, after, share)).toList();
        List<List<String>> pieces = reader.read(first);
        PriorityQueue<Source> heads = new PriorityQueue<>(Comparator.comparing(Source::head));
        for (int i = 0; i < ranges.size(); i++) {
            if (!pieces.get(i).isEmpty()) {
                heads.add(new Source(ranges.get(i), new ArrayDeque<>(pieces.get(i)), pieces.get(i).size() == share));
            }
        }
        return merge(heads, limit);
    }

    private List<String> merge(PriorityQueue<Source> heads, int limit) {
        List<String> page = new ArrayList<>(limit);
        while (page.size() < limit && !heads.isEmpty()) {
            Source source = heads.remove();
            String member = source.ready().remove();
            page.add(member);
            Source rest = source.ready().isEmpty() && source.more()
                    ? refilled(source, member, limit - page.size())
                    : source;
            if (!rest.ready().isEmpty()) {
                heads.add(rest);
            }
        }
        return page;
    }

    /// Reads as much as the page still lacks, so a range is read again at most once.
    private Source refilled(Source source, String after, int lacking) {
        if (lacking == 0) {
            return source;
        }
        List<String> piece = reader.read(List.of(new Wanted(source.range(), after, lacking))).getFirst();
        return new Source(source.range(), new ArrayDeque<>(piece), false);
    }

    /// A range as far as it is read.
    ///
    /// @param more whether there may be more of it than is ready
    private record Source(String range, Deque<String> ready, boolean more) {

        String head() {
            return ready.element();
        }
    }
}
