package dev.loper.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.access.QueueId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever happens to a topic, its target is what a look at its whole history finds. The test's name is its seed.
class TargetPropertyTests {

    private static final int SEEDS = 60;
    private static final int STEPS = 40;
    private static final List<QueueId> QUEUES = List.of(TargetRig.ORDERS, TargetRig.NIGHT, QueueId.MAIN);

    @TempDir
    Path data;

    static LongStream seeds() {
        return LongStream.range(0, SEEDS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theTargetIsWhatTheHistorySays(long seed) {
        Random random = new Random(seed);
        TargetRig rig = new TargetRig(data);
        TargetHistory history = new TargetHistory(rig.clock);
        List<String> steps = new ArrayList<>();
        rig.ada.says("Where is my parcel?");
        history.says();
        for (int i = 0; i < STEPS; i++) {
            steps.add(step(random, rig, history));
            if (random.nextInt(3) > 0) {
                rig.look();
                history.look();
                assertThat(rig.ada.topic().target()).as("%s", steps).isEqualTo(history.target());
                assertThat(rig.told()).as("%s", steps).isEqualTo(history.told());
                assertThat(rig.ada.topic().waitingSince() != null).as("waiting after %s", steps).isEqualTo(
                        history.waits());
            }
        }
    }

    private static String step(Random random, TargetRig rig, TargetHistory history) {
        switch (random.nextInt(10)) {
            case 0, 1 -> {
                rig.ada.says("Hello?");
                history.says();
                return "says";
            }
            case 2 -> {
                history.answers(rig.ada.answers("Soon.", Duration.ofHours(1)));
                return "answers";
            }
            case 3 -> {
                Optional<Entry> answer = history.answerToTakeBack(random);
                answer.ifPresent(rig::withdraw);
                return answer.isPresent() ? "takes back" : "nothing to take back";
            }
            case 4 -> {
                rig.resolve();
                history.resolves();
                return "resolves";
            }
            case 5 -> {
                rig.reopen();
                history.reopens();
                return "reopens";
            }
            case 6 -> {
                rig.snooze(rig.clock.instant().plus(Duration.ofMinutes(random.nextInt(600) + 1)));
                history.reopens();
                return "snoozes";
            }
            case 7 -> {
                QueueId queue = QUEUES.get(random.nextInt(QUEUES.size()));
                rig.moveTo(queue);
                history.moves(queue);
                return "moves to " + queue;
            }
            case 8 -> {
                rig.restart();
                return "restarts";
            }
            default -> {
                Duration time = Duration.ofMinutes(random.nextInt(random.nextBoolean() ? 40 : 2000));
                rig.clock.advance(time);
                return "after " + time;
            }
        }
    }
}
