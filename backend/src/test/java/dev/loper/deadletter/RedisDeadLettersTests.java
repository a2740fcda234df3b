package dev.loper.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.channel.twilio.MemoryBlobStore;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelKind;
import dev.loper.redis.MemoryGuard;
import dev.loper.redis.RedisServer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What is one letter, and when it is gone for good.
class RedisDeadLettersTests {

    private static final String WEBHOOK = "MessageSid=SM1&From=%40%40&SmsStatus=received";
    private static final String LOG = "MessageSid=SM1&From=%40%40";

    private final RedisServer.Fresh fresh = RedisServer.fresh();
    private final RedisDeadLetters letters = new RedisDeadLetters(fresh.store(), fresh.keys(), new MemoryBlobStore(),
            new MemoryGuard(fresh.store()));

    @Test
    void aMessageThatComesAgainInAnotherFormIsOneLetterAndStaysAsItCame() {
        keep("SM1", WEBHOOK);
        keep("SM1", LOG);
        assertThat(all()).singleElement().satisfies(letter -> assertThat(letters.raw(letter)).asString(
                StandardCharsets.UTF_8).isEqualTo(WEBHOOK));
    }

    @Test
    void anIdIsOfOneAccount() {
        keep("SM1", WEBHOOK);
        letters.keep(new AccountId("sms-other"), ChannelKind.SMS, "SM1", LOG.getBytes(StandardCharsets.UTF_8),
                Map.of(), "It cannot be read.");
        assertThat(all()).hasSize(2);
    }

    @Test
    void whatAPersonDiscardedDoesNotComeBack() {
        keep("SM1", WEBHOOK);
        assertThat(letters.discard(all().getFirst().id())).isTrue();
        keep("SM1", LOG);
        assertThat(all()).isEmpty();
    }

    @Test
    void theSameBytesWithoutAnIdAreOneLetterAndAnotherOnceThatIsDiscarded() {
        keep(null, LOG);
        keep(null, LOG);
        assertThat(all()).hasSize(1);
        letters.discard(all().getFirst().id());
        keep(null, LOG);
        assertThat(all()).hasSize(1);
    }

    @Test
    void anAttemptBringsNothingBackThatWasDiscardedMeanwhile() {
        keep("SM1", WEBHOOK);
        DeadLetter letter = all().getFirst();
        letters.discard(letter.id());
        letters.tried(letter, "It still cannot be read.");
        assertThat(all()).isEmpty();
        assertThat(fresh.redis().exists(fresh.keys().deadLetter(letter.id()))).isFalse();
    }

    private void keep(@Nullable String providerId, String raw) {
        letters.keep(new AccountId("sms-main"), ChannelKind.SMS, providerId, raw.getBytes(StandardCharsets.UTF_8),
                Map.of(), "It cannot be read.");
    }

    private List<DeadLetter> all() {
        return letters.page(null, 10);
    }
}
