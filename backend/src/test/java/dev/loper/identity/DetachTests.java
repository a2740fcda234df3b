package dev.loper.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Given;
import dev.loper.conversation.Rig;
import dev.loper.message.ChannelAddress;
import dev.loper.message.CustomerId;
import dev.loper.message.Level;
import dev.loper.redis.RedisServer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Ada writes by phone and by mail; Grace, who was taken for Ada, by another phone.
class DetachTests {

    private final Together together = new Together(RedisServer.fresh());
    private final Rig rig = together.rig;
    private CustomerId ada = new CustomerId("");

    @BeforeEach
    void threeAddressesAreOneCustomer() {
        rig.says(Given.sms().named("Ada").saying("Ada here"));
        rig.says(Given.mail().named("Ada").saying("Ada by mail"));
        rig.says(Given.sms().from(Given.GRACE).named("Grace").saying("Grace here"));
        ada = rig.customerOf(Given.ADA);
        together.merge(ada, rig.customerOf(Given.ADA_MAIL));
        together.merge(ada, rig.customerOf(Given.GRACE));
    }

    @Test
    void anAddressTakenOffIsACustomerOfItsOwnWithWhatWasSaidOnIt() {
        Deed deed = together.detach(ada, Given.GRACE);

        CustomerId grace = rig.customerOf(Given.GRACE);
        assertThat(grace).isEqualTo(deed.to().id()).isNotEqualTo(ada);
        assertThat(rig.saidTo(grace)).containsExactly("Grace here");
        assertThat(rig.saidTo(ada)).containsExactly("Ada here", "Ada by mail");
        assertThat(rig.customer(grace).name()).isEqualTo("Grace");
        assertThat(rig.toldTo(ada)).contains("detached");
        assertThat(rig.toldTo(grace)).contains("detached-from");
    }

    @Test
    void severalAddressesTakenOffTogetherStayTogether() {
        together.detachments.detach(ada, List.of(Given.GRACE.key(), Given.ADA_MAIL.key()), "Somebody else", Rig.LOTTE);

        assertThat(rig.customerOf(Given.GRACE)).isEqualTo(rig.customerOf(Given.ADA_MAIL));
        assertThat(rig.customer(rig.customerOf(Given.GRACE)).name()).isEqualTo("Somebody else");
        assertThat(rig.saidTo(ada)).containsExactly("Ada here");
    }

    @Test
    void undoneItIsAsItWas() {
        Snapshot before = Snapshot.of(rig, List.of(ada));
        Deed deed = together.detach(ada, Given.GRACE);
        CustomerId grace = rig.customerOf(Given.GRACE);
        assertThat(together.undo(deed)).isInstanceOf(Done.Now.class);

        assertThat(Snapshot.of(rig, List.of(ada))).isEqualTo(before);
        assertThat(rig.customer(grace).id()).isEqualTo(ada);
        assertThat(together.undo(deed)).isInstanceOf(Done.Already.class);
    }

    @Test
    void theLastAddressStays() {
        assertThat(together.detachments.detach(ada, rig.customer(ada).identities().stream().map(
                identity -> identity.id()).toList(), null, Rig.LOTTE)).isInstanceOfSatisfying(Done.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("only-address"));
    }

    @Test
    void anAddressOfSomebodyElseIsNotThere() {
        assertThat(together.detachments.detach(ada, List.of("phone:+31600000000"), null, Rig.LOTTE)).isInstanceOf(
                Done.NotFound.class);
    }

    @Test
    void whatABrowserTypedGoesWithTheBrowser() {
        var visitor = new ChannelAddress.Visitor("visitor-1");
        rig.says(Given.chat(visitor).saying("Hi"));
        rig.tellsOfThemselves(visitor, "Grace", Given.ADA_MAIL);
        together.merge(ada, rig.customerOf(visitor));
        together.detach(ada, visitor);

        assertThat(rig.customer(rig.customerOf(visitor)).identities()).extracting(
                identity -> identity.address() + " " + identity.level()).containsExactlyInAnyOrder(
                        visitor + " " + Level.OBSERVED, Given.ADA_MAIL + " " + Level.CLAIMED);
        assertThat(rig.customer(ada).identities()).noneMatch(identity -> identity.level() == Level.CLAIMED);
    }

    @Test
    void anAddressMarkedAsSharedSaysSoAndTheTimelineTellsIt() {
        assertThat(together.sharing.mark(Given.ADA_MAIL.key(), RedisSharing.Users.SEVERAL, Rig.LOTTE)).isTrue();
        together.sharing.mark(Given.ADA_MAIL.key(), RedisSharing.Users.SEVERAL, Rig.LOTTE);
        rig.says(Given.mail().saying("And again"));

        assertThat(rig.customers.identity(Given.ADA_MAIL, Level.OBSERVED).orElseThrow().shared()).isTrue();
        assertThat(rig.toldTo(ada)).containsOnlyOnce("shared");
        together.sharing.mark(Given.ADA_MAIL.key(), RedisSharing.Users.ONE, Rig.LOTTE);
        assertThat(rig.customers.identity(Given.ADA_MAIL, Level.OBSERVED).orElseThrow().shared()).isFalse();
        assertThat(together.sharing.mark("phone:+31600000000", RedisSharing.Users.ONE, Rig.LOTTE)).isFalse();
    }
}
