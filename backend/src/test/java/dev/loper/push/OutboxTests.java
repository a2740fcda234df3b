package dev.loper.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.loper.feed.Cursor;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What waits for a screen whose line is busy.
class OutboxTests {

    private final SlowLine line = new SlowLine();
    private final Outbox outbox = new Outbox(line, 1000);

    @Test
    void whatComesWhileAFrameLeavesGoesTogetherInTheNextOne() {
        line.busy(outbox);
        outbox.add(List.of(news("a", "1")), at(2), 7);
        outbox.add(List.of(news("b", "2"), news("c", "3")), at(3), 7);
        outbox.add(List.of(), at(4), 7);

        assertThat(line.next()).isEqualTo("{\"cursor\":\"e:4\",\"watch\":7,\"reload\":false,\"changes\":[1,2,3]}");
    }

    @Test
    void ofSeveralStatesOfOneThingTheLastLeavesWhereItCame() {
        line.busy(outbox);
        outbox.add(List.of(news("a", "1"), news("b", "2")), at(2), 0);
        outbox.add(List.of(news("a", "3")), at(3), 0);

        assertThat(line.next()).contains("\"changes\":[2,3]");
    }

    @Test
    void reloadStandsForAllThatWaited() {
        line.busy(outbox);
        outbox.add(List.of(news("a", "1")), at(2), 0);
        outbox.reload(at(9), 0);
        outbox.add(List.of(news("a", "2")), at(10), 0);

        assertThat(line.next()).isEqualTo("{\"cursor\":\"e:10\",\"watch\":0,\"reload\":true,\"changes\":[]}");
        outbox.add(List.of(news("a", "3")), at(11), 0);
        assertThat(line.next()).contains("\"reload\":false,\"changes\":[3]");
    }

    @Test
    void howTheStoreStandsIsToldOnce() {
        line.busy(outbox);
        outbox.beat(new Pulse.Away(), at(2), 7);
        outbox.beat(new Pulse.Here(at(9)), at(2), 7);
        outbox.add(List.of(news("a", "1")), at(3), 7);

        assertThat(line.next()).isEqualTo(
                "{\"cursor\":\"e:3\",\"watch\":7,\"reload\":false,\"head\":\"e:9\",\"changes\":[1]}");
        outbox.add(List.of(news("a", "2")), at(4), 7);
        assertThat(line.next()).doesNotContain("head");
    }

    @Test
    void manyFramesLeaveInOrder() {
        Outbox large = new Outbox(line, 10_000);
        line.free();
        IntStream.range(0, 1000).forEach(i -> large.add(List.of(news("n" + i, String.valueOf(i))), at(i), 0));

        await().until(() -> line.sent.stream().anyMatch(frame -> frame.contains("e:999")));
        List<String> numbers = line.sent.stream().map(frame -> frame.substring(frame.indexOf('[') + 1,
                frame.indexOf(']'))).flatMap(all -> List.of(all.split(",")).stream()).toList();
        assertThat(numbers).containsExactlyElementsOf(IntStream.range(0, 1000).mapToObj(String::valueOf).toList());
    }

    @Test
    void aScreenForWhichTooMuchGathersLosesItsLine() {
        line.busy(outbox);
        outbox.add(List.of(news("a", "x".repeat(600))), at(2), 0);
        outbox.add(List.of(news("a", "x".repeat(700))), at(3), 0);
        assertThat(line.closed).isEmpty();

        outbox.add(List.of(news("b", "x".repeat(400))), at(4), 0);

        await().until(() -> !line.closed.isEmpty());
        line.free();
        outbox.add(List.of(news("c", "1")), at(5), 0);
        assertThat(line.sent).hasSize(1);
    }

    @Test
    void aLineThatBreaksIsClosed() {
        line.broken = true;
        line.free();
        outbox.add(List.of(news("a", "1")), at(2), 0);
        await().until(() -> !line.closed.isEmpty());
    }

    private static News news(String about, String json) {
        return new News(about, json);
    }

    private static Cursor at(long sequence) {
        return new Cursor("e", sequence);
    }

    /// A line that lets frames through one by one, or freely.
    private static final class SlowLine implements Outbox.Line {

        private final List<String> sent = new CopyOnWriteArrayList<>();
        private final List<String> closed = new CopyOnWriteArrayList<>();
        private final BlockingQueue<String> taken = new LinkedBlockingQueue<>();
        private final Semaphore gate = new Semaphore(0);
        private volatile boolean broken;

        /// Keeps it busy with a first frame.
        void busy(Outbox outbox) {
            outbox.add(List.of(), at(1), 0);
            await().until(() -> !sent.isEmpty());
        }

        /// Lets the frame that leaves go, and waits for the next one.
        String next() {
            taken.clear();
            gate.release();
            try {
                return taken.take();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        void free() {
            gate.release(1_000_000);
        }

        @Override
        public void send(String frame) throws IOException {
            if (broken) {
                throw new IOException("broken");
            }
            sent.add(frame);
            taken.add(frame);
            gate.acquireUninterruptibly();
        }

        @Override
        public void close() {
            closed.add("closed");
        }
    }
}
