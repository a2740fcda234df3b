package dev.loper.handover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.channel.SpokenCodes.Heard;
import dev.loper.conversation.ConversationFixture;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelAddress;
import dev.loper.message.CustomerId;
import dev.loper.message.Level;
import dev.loper.message.TopicId;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A caller keys in six digits; a stranger tries some.
class SpokenCodesTests {

    private static final AccountId VOICE = HandoverFixture.VOICE;

    private final RedisServer.Fresh fresh = RedisServer.fresh();
    private final HandoverFixture given = new HandoverFixture(fresh);
    private final RedisSpokenCodes codes = given.codes();
    private final TopicId topic = given.topicOf("v-eva");
    private final Handover handover = Objects.requireNonNull(given.offer(topic, How.CODE, given.soon(), 0));
    private final String code = given.proofs.code(handover.id(), 0);
    private final ChannelAddress.Phone eva = HandoverFixture.caller(1);

    @Test
    void theRightCodeTellsWhoseCallItIsAndANumberNobodyHadIsTheirsAsFarAsItIsShown() {
        Heard heard = codes.tell(VOICE, "CA1", eva, code);

        Place place = given.places.of(topic).orElseThrow();
        assertThat(heard).isEqualTo(new Heard.Known(place.customer().id(), place.conversation().id(), topic, "en"));
        assertThat(given.customers.identity(eva, Level.OBSERVED).orElseThrow()).satisfies(identity -> {
            assertThat(identity.level()).isEqualTo(Level.OBSERVED);
            assertThat(identity.customer()).isEqualTo(place.customer().id());
        });
        assertThat(given.again(handover).state()).isEqualTo(HandoverState.ARRIVED);
        assertThat(fresh.redis().hlen(fresh.keys().of(Family.HANDOVER_CODES))).isZero();
    }

    @Test
    void aForgedNumberDoesNotGiveSomebodysCustomerToWhoeverHasTheCode() {
        new ConversationFixture(fresh, eva).says("I am Eva, and this is my number.");
        CustomerId evas = given.customers.identity(eva, Level.OBSERVED).orElseThrow().customer();

        assertThat(codes.tell(VOICE, "CA1", eva, code)).isInstanceOf(Heard.Known.class);
        assertThat(given.customers.identity(eva, Level.OBSERVED).orElseThrow()).satisfies(identity -> {
            assertThat(identity.customer()).isEqualTo(evas);
            assertThat(identity.level()).isEqualTo(Level.OBSERVED);
        });
        assertThat(given.places.of(topic).orElseThrow().customer().id()).isNotEqualTo(evas);
    }

    @Test
    void aRepeatedStepOfTheSameCallGetsTheFirstAnswerAndNobodyElseDoes() {
        Heard first = codes.tell(VOICE, "CA1", eva, code);
        assertThat(codes.tell(VOICE, "CA1", eva, code)).isEqualTo(first);
        assertThat(codes.tell(VOICE, "CA2", HandoverFixture.caller(2), code)).isEqualTo(new Heard.Wrong(2));
        assertThat(given.customers.identity(HandoverFixture.caller(2), Level.OBSERVED)).isEmpty();
    }

    @Test
    void aCallMayTryThreeTimesAndTheSameWrongDigitsCountOnce() {
        assertThat(codes.tell(VOICE, "CA1", eva, wrong(1))).isEqualTo(new Heard.Wrong(2));
        assertThat(codes.tell(VOICE, "CA1", eva, wrong(1))).isEqualTo(new Heard.Wrong(2));
        assertThat(codes.tell(VOICE, "CA1", eva, wrong(2))).isEqualTo(new Heard.Wrong(1));
        assertThat(codes.tell(VOICE, "CA1", eva, wrong(3))).isEqualTo(new Heard.Exhausted());
        assertThat(codes.tell(VOICE, "CA1", eva, code)).isEqualTo(new Heard.Exhausted());
        assertThat(given.again(handover).state()).isEqualTo(HandoverState.OFFERED);
    }

    @Test
    void anAccountHearsTenWrongCodesWithinTenMinutesOverHoweverManyCalls() throws Exception {
        List<Callable<Heard>> calls = IntStream.range(0, 400).<Callable<Heard>>mapToObj(
                i -> () -> codes.tell(VOICE, "CA" + i / 3, HandoverFixture.caller(i / 3), wrong(i))).toList();
        List<Heard> heard = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Heard> call : threads.invokeAll(calls)) {
                heard.add(call.get());
            }
        }
        long listened = fresh.redis().keys(fresh.keys().handoverTries(VOICE + ":*")).stream().mapToLong(
                call -> fresh.redis().hlen(call)).sum();
        assertThat(listened).isBetween(8L, 11L);
        assertThat(heard).filteredOn(Heard.Exhausted.class::isInstance).hasSizeGreaterThan(380);
        assertThat(codes.tell(VOICE, "CA-late", eva, code)).isEqualTo(new Heard.Exhausted());
        assertThat(codes.tell(new AccountId("voice-other"), "CA-other", eva, code)).isInstanceOf(Heard.Known.class);
    }

    @Test
    void aRightCodeCostsNoTry() {
        for (int i = 0; i < 30; i++) {
            TopicId other = given.topicOf("visitor-" + i);
            Handover offered = Objects.requireNonNull(given.offer(other, How.CODE, given.soon(), 0));
            assertThat(codes.tell(VOICE, "CB" + i, HandoverFixture.caller(100 + i), given.proofs.code(offered.id(),
                    0))).isInstanceOf(Heard.Known.class);
        }
    }

    @Test
    void whateverElseIsKeyedInIsWrong() {
        assertThat(codes.tell(VOICE, "C1", eva, "")).isInstanceOf(Heard.Wrong.class);
        assertThat(codes.tell(VOICE, "C2", eva, "*#")).isInstanceOf(Heard.Wrong.class);
        assertThat(codes.tell(VOICE, "C3", eva, code + code)).isInstanceOf(Heard.Wrong.class);
        assertThat(codes.tell(VOICE, "C4", eva, code.substring(0, 3) + " " + code.substring(3) + "#")).isInstanceOf(
                Heard.Known.class);
    }

    @Test
    void whoShowsNoNumberIsKnownForThisCallAndNoAddressIsMade() {
        ChannelAddress hidden = new ChannelAddress.Phone("anonymous");
        assertThat(codes.tell(VOICE, "CA1", hidden, code)).isInstanceOf(Heard.Known.class);
        assertThat(given.customers.identity(hidden, Level.OBSERVED)).isEmpty();
        assertThat(given.again(handover).arrivedAs()).isEqualTo("nobody");
    }

    @Test
    void anExpiredOrRevokedCodeIsNone() {
        Handover late = Objects.requireNonNull(given.offer(given.topicOf("v-late"), How.CODE,
                given.soon().minusSeconds(7200), 0));
        assertThat(codes.tell(VOICE, "CA1", eva, given.proofs.code(late.id(), 0))).isInstanceOf(Heard.Wrong.class);

        given.endings.revoke(handover, given.places.of(topic).orElseThrow(), dev.loper.message.Author.SYSTEM);
        assertThat(codes.tell(VOICE, "CA2", eva, code)).isInstanceOf(Heard.Wrong.class);
    }

    @Test
    void noTwoOpenOnesHaveTheSameCodeAndAnEndedOneIsFree() {
        HandoverId other = new HandoverId("other");
        int same = IntStream.iterate(0, i -> i + 1).filter(i -> given.proofs.code(other, i).equals(
                code)).findFirst().orElseThrow();
        assertThat(given.offer(other, topic, How.CODE, given.soon(), same)).isNull();
        assertThat(given.handovers.find(other)).isEmpty();

        codes.tell(VOICE, "CA1", eva, code);
        assertThat(given.offer(other, topic, How.CODE, given.soon(), same)).isNotNull();
    }

    @Test
    void theStoreHoldsNoCode() {
        assertThat(fresh.redis().hgetAll(fresh.keys().of(Family.HANDOVERS)).toString()).doesNotContain(code);
        assertThat(fresh.redis().hgetAll(fresh.keys().of(Family.HANDOVER_CODES)).toString()).doesNotContain(code);
        codes.tell(VOICE, "CA1", eva, wrong(1));
        assertThat(fresh.redis().hgetAll(fresh.keys().handoverTries(VOICE + ":CA1")).toString()).doesNotContain(
                wrong(1));
    }

    @Test
    void codesAreSpreadEvenly() {
        int[] first = new int[10];
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            first[given.proofs.code(new HandoverId("o" + random.nextLong()), 0).charAt(0) - '0']++;
        }
        assertThat(java.util.Arrays.stream(first).boxed()).allMatch(count -> count > 1_800 && count < 2_200);
    }

    private String wrong(int i) {
        int wrong = (Integer.parseInt(code) + 1 + i) % 1_000_000;
        return String.format(java.util.Locale.ROOT, "%06d", wrong);
    }
}
