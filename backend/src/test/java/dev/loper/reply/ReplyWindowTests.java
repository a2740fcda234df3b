package dev.loper.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Given;
import dev.loper.channel.ChannelAccount;
import dev.loper.channel.ChannelCapabilities;
import dev.loper.channel.SilentPort;
import dev.loper.conversation.Rig;
import dev.loper.customer.CustomerWishes;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ChannelKind;
import dev.loper.message.Delivery;
import dev.loper.redis.RedisServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/// Until when free text may be sent on a channel that asks for that, as its provider counts.
class ReplyWindowTests {

    private static final ChannelAddress ADA = new ChannelAddress.WhatsApp("+31612345601");

    private final Rig rig = new Rig(RedisServer.fresh());
    private final ReplyOptions options = new ReplyOptions(new Channels(List.of(twoNumbers())),
            new DefaultListableBeanFactory().getBeanProvider(CustomerWishes.class), Clock.systemUTC());

    @Test
    void aMessageToOneNumberOpensNoWindowOfAnother() {
        rig.says(Given.to("whatsapp-main", ChannelKind.WHATSAPP).from(ADA));
        assertThat(open()).isEqualTo(Map.of("whatsapp-main", true, "whatsapp-other", false));

        rig.says(Given.to("whatsapp-other", ChannelKind.WHATSAPP).from(ADA));
        assertThat(open()).isEqualTo(Map.of("whatsapp-main", true, "whatsapp-other", true));
    }

    @Test
    void aMessageThatCameLateOpensNoneThatHasPassed() {
        Instant sent = Instant.now(Clock.systemUTC()).minus(Duration.ofHours(25));
        rig.says(Given.to("whatsapp-main", ChannelKind.WHATSAPP).from(ADA).sent(sent));
        assertThat(open()).isEqualTo(Map.of("whatsapp-main", false, "whatsapp-other", false));
    }

    private Map<String, Boolean> open() {
        return options.of(rig.customer(rig.customerOf(ADA))).stream().collect(Collectors.toMap(
                option -> option.account().id().value(), ReplyOption::available));
    }

    private static SilentPort twoNumbers() {
        return new SilentPort(ChannelKind.WHATSAPP,
                new ChannelCapabilities("whatsapp", 1600, 1, 1, false, false, Duration.ofHours(24), false,
                        Set.of(Delivery.SENT)),
                List.of(account("whatsapp-main"), account("whatsapp-other")));
    }

    private static ChannelAccount account(String id) {
        return new ChannelAccount(new AccountId(id), ChannelKind.WHATSAPP, id, id, "loper");
    }
}
