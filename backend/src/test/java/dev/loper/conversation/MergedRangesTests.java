package dev.loper.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class MergedRangesTests {

    private final Map<String, TreeSet<String>> ranges = new TreeMap<>();
    private int trips;
    private int members;

    private final MergedRanges merged = new MergedRanges(wanted -> {
        trips++;
        return wanted.stream().map(this::piece).toList();
    });

    @RepeatedTest(20)
    void pagesFollowEachOtherAsOneSortedListWhateverTheSizes() {
        Random random = new Random();
        TreeSet<String> all = new TreeSet<>();
        int queues = 1 + random.nextInt(8);
        for (int i = 0; i < random.nextInt(400); i++) {
            String member = "%08d".formatted(random.nextInt(100_000_000));
            if (all.add(member)) {
                // Some queues are long and some are empty.
                int queue = (int) (queues * random.nextDouble() * random.nextDouble());
                ranges.computeIfAbsent("r" + queue, key -> new TreeSet<>()).add(member);
            }
        }
        List<String> names = IntStream.range(0, queues).mapToObj(i -> "r" + i).toList();
        int size = 1 + random.nextInt(60);

        List<String> read = new ArrayList<>();
        List<String> page;
        do {
            page = merged.page(names, read.isEmpty() ? "" : read.getLast(), size);
            read.addAll(page);
        } while (page.size() == size);

        assertThat(read).containsExactlyElementsOf(all);
    }

    @Test
    void aPageOfManyLongRangesReadsLittleMoreThanThePage() {
        for (int i = 0; i < 10_000; i++) {
            ranges.computeIfAbsent("r" + i % 20, key -> new TreeSet<>()).add("%08d".formatted(i));
        }

        assertThat(merged.page(List.copyOf(ranges.keySet()), "", 50)).hasSize(50);

        assertThat(trips).isEqualTo(1);
        assertThat(members).isLessThan(50 + 20 * 5);
    }

    @Test
    void aPageOfOneRangeIsOneTrip() {
        ranges.put("all", new TreeSet<>(List.of("a", "b", "c")));

        assertThat(merged.page(List.of("all"), "", 2)).containsExactly("a", "b");
        assertThat(trips).isEqualTo(1);
        assertThat(members).isEqualTo(2);
    }

    @Test
    void whoHasNoQueueReadsNothing() {
        assertThat(merged.page(List.of(), "", 50)).isEmpty();
        assertThat(trips).isZero();
    }

    private List<String> piece(MergedRanges.Wanted wanted) {
        List<String> found = ranges.getOrDefault(wanted.range(), new TreeSet<>()).tailSet(wanted.after(),
                false).stream().limit(wanted.limit()).toList();
        members += found.size();
        return found;
    }
}
