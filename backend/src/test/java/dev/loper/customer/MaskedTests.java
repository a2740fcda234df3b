package dev.loper.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.message.ChannelAddress;
import org.junit.jupiter.api.Test;

class MaskedTests {

    @Test
    void anAddressIsKnownAgainByItsOwnerAndStandsOnOneLine() {
        assertThat(Masked.of(new ChannelAddress.Email("sanne@example.com"))).contains("s…\u2060@e…");
        assertThat(Masked.of(new ChannelAddress.Phone("+31612345617"))).contains("…\u206017");
    }

    @Test
    void aNumberTooShortToHideIsNotShown() {
        assertThat(Masked.of(new ChannelAddress.Phone("1234"))).isEmpty();
    }
}
