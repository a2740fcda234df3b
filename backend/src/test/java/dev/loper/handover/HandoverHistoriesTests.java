package dev.loper.handover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.conversation.ConversationFixture;
import dev.loper.message.Author;
import dev.loper.message.ChannelAddress;
import dev.loper.message.Level;
import dev.loper.message.TopicId;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisServer;
import dev.loper.redis.Timer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Generated histories: whatever happens in whatever order, repeated or not, every handover ends once, and who arrived by it is
/// the only one who did.
class HandoverHistoriesTests {

    private final RedisServer.Fresh fresh = RedisServer.fresh();
    private final HandoverFixture given = new HandoverFixture(fresh);
    private final List<TopicId> topics = new ArrayList<>();
    private final List<Handover> offered = new ArrayList<>();
    private final Map<HandoverId, HandoverState> expected = new HashMap<>();
    private final Map<HandoverId, String> arrivedAs = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everyHandoverEndsOnce(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 4; i++) {
            topics.add(given.topicOf("v-" + seed + "-" + i));
        }
        for (int step = 0; step < 60; step++) {
            if (offered.size() < 3 || random.nextInt(5) == 0) {
                offer(random);
            } else {
                act(offered.get(random.nextInt(offered.size())), random);
            }
            check();
        }
        figuresAddUp();
    }

    private void offer(Random random) {
        How how = random.nextBoolean() ? How.TEXT : How.PAGE;
        Handover made = Objects.requireNonNull(given.offer(topics.get(random.nextInt(topics.size())), how,
                given.soon(), 0));
        offered.add(made);
        expected.put(made.id(), HandoverState.OFFERED);
    }

    private void act(Handover handover, Random random) {
        Place place = given.places.of(handover.topic()).orElseThrow();
        boolean open = expected.get(handover.id()) == HandoverState.OFFERED;
        switch (random.nextInt(6)) {
            case 0 -> {
                assertThat(given.endings.revoke(handover, place, Author.SYSTEM)).isEqualTo(open);
                expected.computeIfPresent(handover.id(), (id, was) -> open ? HandoverState.REVOKED : was);
            }
            case 1 -> {
                assertThat(given.endings.decline(handover, place)).isEqualTo(open);
                expected.computeIfPresent(handover.id(), (id, was) -> open ? HandoverState.DECLINED : was);
            }
            case 2 -> {
                given.endings.expire(handover, new Timer("handover-expiry", handover.id().value(), "0", Instant.EPOCH));
                expected.computeIfPresent(handover.id(), (id, was) -> open ? HandoverState.EXPIRED : was);
            }
            default -> arrive(handover, somebody(random), open);
        }
    }

    private void arrive(Handover handover, ChannelAddress from, boolean open) {
        Arrival arrival = given.arrivals.arrive(handover, from, null);
        boolean before = from.key().equals(arrivedAs.get(handover.id()));
        if (open || before) {
            assertThat(arrival).isInstanceOf(Arrival.There.class);
            expected.put(handover.id(), HandoverState.ARRIVED);
            arrivedAs.put(handover.id(), from.key());
            assertThat(given.customers.identity(from, Level.OBSERVED)).isPresent();
        } else {
            assertThat(arrival).isEqualTo(new Arrival.Closed(Objects.requireNonNull(expected.get(handover.id()))));
        }
    }

    /// Some have written before, others are new.
    private ChannelAddress somebody(Random random) {
        ChannelAddress.Phone one = HandoverFixture.caller(random.nextInt(6));
        if (random.nextInt(4) == 0 && given.customers.identity(one, Level.OBSERVED).isEmpty()) {
            new ConversationFixture(fresh, one).says("I am somebody already.");
        }
        return one;
    }

    private void check() {
        for (Handover handover : offered) {
            Handover now = given.again(handover);
            assertThat(now.state()).isEqualTo(expected.get(handover.id()));
            assertThat(now.arrivedAs()).isEqualTo(arrivedAs.get(handover.id()));
            assertThat(now.closed() == null).isEqualTo(now.state() == HandoverState.OFFERED);
        }
        long open = expected.values().stream().filter(state -> state == HandoverState.OFFERED).count();
        assertThat(fresh.redis().zrange(fresh.keys().of(Family.TIMERS), 0, -1)).filteredOn(
                timer -> timer.startsWith("handover-expiry|")).hasSize((int) open);
        assertThat(given.handovers.of(topics)).hasSizeGreaterThanOrEqualTo(Math.min(offered.size(), 20));
    }

    private void figuresAddUp() {
        Map<String, String> figures = new HashMap<>();
        fresh.redis().keys(fresh.keys().handoverFigures("*")).forEach(
                key -> figures.putAll(fresh.redis().hgetAll(key)));
        for (HandoverState state : HandoverState.values()) {
            long counted = Long.parseLong(figures.getOrDefault("chat|whatsapp|" + state.wire(), "0"));
            assertThat(counted).as(state.wire()).isEqualTo(state == HandoverState.OFFERED
                    ? offered.size()
                    : expected.values().stream().filter(state::equals).count());
        }
    }
}
