package dev.loper.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.customer.Customer;
import dev.loper.customer.Identity;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ConversationId;
import dev.loper.message.CustomerId;
import dev.loper.message.HomeId;
import dev.loper.message.Level;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AddressFactsTests {

    private static final CustomerId ANNA = new CustomerId("c-anna");
    private static final ConversationId TALK = new ConversationId("v-anna");

    @Test
    void aNameIsSaidToHaveBeenToldOnAChannelOnlyWhereThatIsKnown() {
        assertThat(nameOf(new ChannelAddress.Email("anna@example.com"))).isEqualTo("email");
        assertThat(nameOf(new ChannelAddress.Email("anna@example.com"),
                new ChannelAddress.Phone("+31612345678"))).isEqualTo("profile");
    }

    private static String nameOf(ChannelAddress... addresses) {
        List<Identity> identities = Stream.of(addresses).map(address -> new Identity(address, ANNA, TALK,
                new HomeId("h-1"), Level.OBSERVED, false, Instant.EPOCH, null,
                address instanceof ChannelAddress.Phone ? "sms" : "email")).toList();
        Customer anna = new Customer(ANNA, "Anna", TALK, "nl", null, Instant.EPOCH, identities);
        return new AddressFacts().of(anna).stream().filter(
                fact -> fact.kind().equals("name")).findFirst().orElseThrow().channel();
    }
}
