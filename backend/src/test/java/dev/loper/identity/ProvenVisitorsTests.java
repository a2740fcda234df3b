package dev.loper.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Given;
import dev.loper.channel.VisitorProof;
import dev.loper.message.ChannelAddress;
import dev.loper.message.Level;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Who can prove what in the chat.
class ProvenVisitorsTests extends IdentityApiTest {

    @Autowired
    VisitorProof proof;

    @Autowired
    RedisCodes codes;

    @Test
    void whatIsProvenIsTheVisitors() {
        assertThat(proves("v-somebody", somebodysPhone())).isTrue();
    }

    /// Not even by a code that was on its way when they began to work here.
    @Test
    void anAddressOfOurOwnPeopleIsNeverProvenToBeAVisitors() {
        assertThat(proves("v-number", new ChannelAddress.Phone("+31612340001"))).isFalse();
        assertThat(proves("v-mail", new ChannelAddress.Email("lotte@loper.test"))).isFalse();
    }

    private boolean proves(String visitor, ChannelAddress address) {
        ChannelAddress.Visitor whoever = new ChannelAddress.Visitor(visitor);
        says(Given.chat(whoever));
        codes.keep(whoever, address, "123456");
        boolean right = proof.redeem(whoever, "123456");
        assertThat(customers.identity(address, Level.OBSERVED).isPresent()).isEqualTo(right);
        return right;
    }
}
