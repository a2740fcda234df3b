package dev.loper.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.channel.ChannelAccount;
import dev.loper.channel.SilentPort;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Where a customer is met who is served by another account.
class ChannelsTest {

    private static final ChannelAccount SHOP = account("shop", "Shop");
    private static final ChannelAccount OUTLET = account("outlet", "Outlet");
    private static final ChannelAccount HOUSE = account("house", "");

    private final Channels channels = new Channels(List.of(SilentPort.texts(SHOP, OUTLET, HOUSE)));

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
}
