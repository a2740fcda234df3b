package dev.loper.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loper.Given;
import dev.loper.channel.ChannelAccount;
import dev.loper.channel.Insiders;
import dev.loper.channel.IntakeUnavailableException;
import dev.loper.channel.OwnAddressException;
import dev.loper.channel.SilentPort;
import dev.loper.conversation.Appended;
import dev.loper.conversation.Rig;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ChannelKind;
import dev.loper.message.ChannelMessage;
import dev.loper.message.Level;
import dev.loper.message.PersonId;
import dev.loper.pipeline.InboundPipeline.GuardedAppend;
import dev.loper.redis.FragileStore;
import dev.loper.redis.MemoryGuard;
import dev.loper.redis.RedisServer;
import dev.loper.redis.StoreUnavailableException;
import dev.loper.reply.Channels;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// What the intake refuses before, and instead of, storing it.
class GuardedAppendTests {

    private static final ChannelAddress.Phone LOTTE = new ChannelAddress.Phone("+31612340001");

    private final RedisServer.Fresh whole = RedisServer.fresh();
    private final FragileStore line = FragileStore.of(whole);
    private final Rig rig = new Rig(new RedisServer.Fresh(whole.redis(), line, whole.keys()));
    private final Memory memory = new Memory();
    private final GuardedAppend append = new GuardedAppend(rig.inbound, memory, new Channels(List.of(
            SilentPort.texts(new ChannelAccount(new AccountId("sms-main"), ChannelKind.SMS, "Text messages",
                    Given.GRACE.value(), "loper")))),
            this::personAt, UnaryOperator.identity());

    @Test
    void aFullStoreTakesNothingMore() {
        memory.full = true;
        assertThatThrownBy(() -> append.append(Given.sms().build())).isInstanceOf(
                IntakeUnavailableException.class).hasNoCause();
        assertThat(rig.customers.identity(Given.ADA, Level.OBSERVED)).isEmpty();

        memory.full = false;
        assertThat(append.append(Given.sms().build())).isInstanceOf(Appended.Stored.class);
    }

    /// Whoever may wait for it is told which of the two it is.
    @Test
    void aStoreThatIsAwayIsARefusalNotALoss() {
        line.goAway();
        assertThatThrownBy(() -> append.append(Given.sms().build())).isInstanceOf(
                IntakeUnavailableException.class).hasCauseInstanceOf(StoreUnavailableException.class);
        line.comeBack();
        assertThat(append.append(Given.sms().build())).isInstanceOf(Appended.Stored.class);
    }

    @Test
    void anAccountOfOurOwnIsNoCustomer() {
        assertThatThrownBy(() -> append.append(Given.sms().from(Given.GRACE).build())).isInstanceOf(
                OwnAddressException.class);
        assertThat(rig.customers.identity(Given.GRACE, Level.OBSERVED)).isEmpty();
    }

    @Test
    void theNumberOfSomebodyWhoWorksHereIsNoCustomersOnAnyChannel() {
        ChannelMessage text = Given.sms().from(LOTTE).build();
        assertThatThrownBy(() -> append.append(text)).isInstanceOf(OwnAddressException.class).hasMessageContaining(
                "Lotte Jansen, who works here");
        ChannelAddress.WhatsApp user = new ChannelAddress.WhatsApp(LOTTE.value());
        assertThatThrownBy(() -> append.append(Given.sms().from(user).build())).isInstanceOf(
                OwnAddressException.class);
        assertThat(rig.customers.identity(LOTTE, Level.OBSERVED)).isEmpty();
        assertThat(rig.customers.identity(user, Level.OBSERVED)).isEmpty();
    }

    private Optional<Insiders.Insider> personAt(ChannelAddress address) {
        return address.value().equals(LOTTE.value())
                ? Optional.of(new Insiders.Insider(new PersonId("lotte"), "Lotte Jansen"))
                : Optional.empty();
    }

    private final class Memory extends MemoryGuard {

        private boolean full;

        Memory() {
            super(whole.store());
        }

        @Override
        public boolean full() {
            return full;
        }
    }
}
