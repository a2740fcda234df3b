package dev.loper.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.channel.ChannelAccount;
import dev.loper.channel.ChannelCapabilities;
import dev.loper.channel.OutboundMessage;
import dev.loper.channel.OutboundPort;
import dev.loper.channel.SendResult;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelKind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Where a customer is met who is served by another account.
class ChannelsTest {

    private static final ChannelAccount SHOP = account("shop", "Shop");
    private static final ChannelAccount OUTLET = account("outlet", "Outlet");
    private static final ChannelAccount HOUSE = account("house", "");

    private final Channels channels = new Channels(List.of(new Numbers()));

    @Test
    void theBrandTheyAreServedByComesFirstThenWhatSpeaksForAll() {
        assertThat(channels.meeting(List.of(OUTLET, HOUSE, SHOP), "shop")).contains(SHOP);
        assertThat(channels.meeting(List.of(OUTLET, HOUSE), "shop")).contains(HOUSE);
    }

    @Test
    void anotherBrandIsNoneAlsoWhereItIsTheOnlyOne() {
        assertThat(channels.meeting(List.of(OUTLET), "shop")).isEmpty();
    }

    @Test
    void whoIsServedByNoBrandIsMetAnywhereButWithoutOneFirst() {
        assertThat(channels.meeting(List.of(OUTLET, HOUSE), "house")).contains(HOUSE);
        assertThat(channels.meeting(List.of(OUTLET), "house")).contains(OUTLET);
        assertThat(channels.meeting(List.of(OUTLET), "gone")).contains(OUTLET);
        assertThat(channels.meeting(List.of(OUTLET), null)).contains(OUTLET);
    }

    private static ChannelAccount account(String id, String brand) {
        return new ChannelAccount(new AccountId(id), ChannelKind.SMS, id, "+3197010280" + id.length(), brand);
    }

    private static final class Numbers implements OutboundPort {

        @Override
        public ChannelKind channel() {
            return ChannelKind.SMS;
        }

        @Override
        public ChannelCapabilities capabilities() {
            return ChannelCapabilities.spoken("phone");
        }

        @Override
        public List<ChannelAccount> accounts() {
            return List.of(SHOP, OUTLET, HOUSE);
        }

        @Override
        public SendResult send(OutboundMessage message) {
            throw new IllegalStateException("Nothing is sent here.");
        }

        @Override
        public SendResult settle(OutboundMessage message, Instant since) {
            throw new IllegalStateException("Nothing is sent here.");
        }
    }
}
