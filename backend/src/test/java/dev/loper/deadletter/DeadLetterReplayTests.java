package dev.loper.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.loper.access.Audit;
import dev.loper.access.Queues;
import dev.loper.access.Viewer;
import dev.loper.blob.BlobsFixture;
import dev.loper.channel.DeadLetters;
import dev.loper.channel.Intake;
import dev.loper.channel.IntakeUnavailableException;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelKind;
import dev.loper.message.PersonId;
import dev.loper.redis.MemoryGuard;
import dev.loper.redis.RedisServer;
import dev.loper.web.ProblemException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Handing a letter in again where that cannot end well.
@ExtendWith(RedisServer.class)
class DeadLetterReplayTests {

    @TempDir
    Path folder;

    private final Viewer noor = new Viewer(new PersonId("noor"), "Noor", Set.of(), Queues.all());

    @Test
    void whileTheStoreIsAwayItIsToBeTriedLaterAndNoAttemptIsCounted(RedisServer.Fresh fresh) {
        RedisDeadLetters letters = letters(fresh);
        ProblemException refusal = replayed(letters, new IntakeUnavailableException("The store is away."));
        assertThat(refusal.status().value()).isEqualTo(503);
        assertThat(refusal.slug()).isEqualTo("store-unavailable");
        assertThat(refusal.retryAfter()).isPositive();
        assertThat(letters.page(null, 1).getFirst().attempts()).isZero();
    }

    @Test
    void aBugIsNotShownToPeople(RedisServer.Fresh fresh) {
        RedisDeadLetters letters = letters(fresh);
        ProblemException refusal = replayed(letters, new IllegalStateException("Index 3 out of bounds"));
        assertThat(refusal.slug()).isEqualTo("still-unreadable");
        assertThat(refusal.getMessage()).doesNotContain("Index");
        assertThat(letters.page(null, 1).getFirst().reason()).doesNotContain("Index");
    }

    private RedisDeadLetters letters(RedisServer.Fresh fresh) {
        RedisDeadLetters letters = new RedisDeadLetters(fresh.store(), fresh.keys(), BlobsFixture.in(folder),
                new MemoryGuard(fresh.store()));
        letters.keep(new AccountId("sms-main"), ChannelKind.SMS, "Body=x".getBytes(StandardCharsets.UTF_8), Map.of(),
                "It cannot be read.");
        return letters;
    }

    private ProblemException replayed(RedisDeadLetters letters, RuntimeException failure) {
        DeadLetterController controller = new DeadLetterController(letters, List.of(new Failing(failure)),
                new Silent());
        String id = letters.page(null, 1).getFirst().id();
        return catchThrowableOfType(ProblemException.class, () -> controller.replay(id, noor));
    }

    private record Failing(RuntimeException failure) implements DeadLetters.Replay {

        @Override
        public ChannelKind channel() {
            return ChannelKind.SMS;
        }

        @Override
        public Intake.Receipt replay(AccountId account, Instant came, byte[] raw, Map<String, String> headers) {
            throw failure;
        }
    }

    private static final class Silent implements Audit {

        @Override
        public void record(String who, String what, String target, Map<String, String> details) {}

        @Override
        public Page page(@Nullable String cursor, int size) {
            return new Page(List.of(), null);
        }
    }
}
