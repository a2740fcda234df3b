package dev.loper.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Given;
import dev.loper.identity.Suggestion.Kind;
import dev.loper.identity.Suggestion.Strength;
import dev.loper.message.ChannelAddress;
import dev.loper.message.CustomerId;
import dev.loper.redis.RedisServer;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionsTests {

    private final Together together = new Together(RedisServer.fresh());

    private List<Suggestion> to(ChannelAddress address) {
        return together.suggestions.of(together.rig.customer(together.rig.customerOf(address)));
    }

    private CustomerId customer(ChannelAddress address) {
        return together.rig.customerOf(address);
    }

    private void adaWritesAndAVisitorTypesHerAddress() {
        together.rig.says(Given.mail().from(Given.ADA_MAIL).named("Ada Lovelace"));
        together.rig.says(Given.chat(Given.VISITOR));
        together.rig.tellsOfThemselves(Given.VISITOR, "Ada", Given.ADA_MAIL);
    }

    @Test
    void whoTypedAnAddressIsSuggestedToItsOwnerAndTheOwnerToThem() {
        adaWritesAndAVisitorTypesHerAddress();

        assertThat(to(Given.VISITOR)).singleElement().satisfies(one -> {
            assertThat(one.customer().id()).isEqualTo(customer(Given.ADA_MAIL));
            assertThat(one.strength()).isEqualTo(Strength.LIKELY);
            assertThat(one.evidence()).containsExactly(
                    new Suggestion.Evidence(Kind.TYPED_ADDRESS, "ada@example.com", "email"));
        });
        assertThat(to(Given.ADA_MAIL)).singleElement().satisfies(one -> {
            assertThat(one.customer().id()).isEqualTo(customer(Given.VISITOR));
            assertThat(one.evidence()).containsExactly(
                    new Suggestion.Evidence(Kind.TYPED_ADDRESS, "ada@example.com", "visitor"));
        });
    }

    @Test
    void aForgedMailIsSuggestedNotThreaded() {
        together.rig.says(Given.mail().from(Given.ADA_MAIL));
        together.rig.says(Given.mail().from(Given.ADA_MAIL).claimed());

        assertThat(to(Given.ADA_MAIL)).singleElement().satisfies(
                one -> assertThat(one.evidence()).extracting(Suggestion.Evidence::kind).containsExactly(
                        Kind.TYPED_ADDRESS));
    }

    @Test
    void theSameOrderIsLikelyAndWithATypedAddressStrong() {
        adaWritesAndAVisitorTypesHerAddress();
        together.rig.says(Given.sms().from(Given.GRACE).saying("Where is order 4711-82?"));
        together.rig.says(Given.mail().from(Given.ADA_MAIL).saying("My order 471182, please."));
        assertThat(to(Given.GRACE)).singleElement().satisfies(
                one -> assertThat(one.strength()).isEqualTo(Strength.LIKELY));

        together.rig.says(Given.chat(Given.VISITOR).saying("bestelnummer 4711-82"));
        assertThat(to(Given.ADA_MAIL).getFirst()).satisfies(one -> {
            assertThat(one.customer().id()).isEqualTo(customer(Given.VISITOR));
            assertThat(one.strength()).isEqualTo(Strength.STRONG);
        });
    }

    @Test
    void aPostcodeCountsOnlyWithTheName() {
        together.rig.says(Given.mail().from(Given.ADA_MAIL).named("Ada de Wit").saying("I live at 1094 HA."));
        together.rig.says(Given.mail().from(Given.BOB_MAIL).named("Bob de Boer").saying("I live at 1094 HA."));
        ChannelAddress.Email second = new ChannelAddress.Email("ada@work.example");
        together.rig.says(Given.mail().from(second).named("Áda de Wit").saying("Send it to 1094HA."));

        assertThat(to(Given.ADA_MAIL)).singleElement().satisfies(one -> {
            assertThat(one.customer().id()).isEqualTo(customer(second));
            assertThat(one.strength()).isEqualTo(Strength.POSSIBLE);
        });
        assertThat(to(Given.BOB_MAIL)).isEmpty();
    }

    @Test
    void whatVeryManyShareTellsNothing() {
        for (int i = 0; i < RedisClues.COMMON + 1; i++) {
            together.rig.says(Given.sms().from(new ChannelAddress.Phone("+3161000000" + i)).saying("order 1234"));
        }
        assertThat(to(new ChannelAddress.Phone("+31610000001"))).isEmpty();
    }

    @Test
    void whoIsRefusedIsNeverSuggestedAgainNorWhoWasJoinedToThem() {
        adaWritesAndAVisitorTypesHerAddress();
        together.apart.say(together.rig.customer(customer(Given.VISITOR)),
                together.rig.customer(customer(Given.ADA_MAIL)));
        assertThat(to(Given.VISITOR)).isEmpty();

        together.rig.says(Given.sms().from(Given.GRACE));
        together.merge(customer(Given.GRACE), customer(Given.ADA_MAIL));
        assertThat(to(Given.VISITOR)).isEmpty();
        assertThat(to(Given.GRACE)).isEmpty();
    }

    @Test
    void whoWasTakenApartIsNotSuggestedAgain() {
        adaWritesAndAVisitorTypesHerAddress();
        together.undo(together.merge(customer(Given.ADA_MAIL), customer(Given.VISITOR)));
        assertThat(to(Given.ADA_MAIL)).isEmpty();

        together.merge(customer(Given.ADA_MAIL), customer(Given.VISITOR));
        Deed detached = together.detach(customer(Given.ADA_MAIL), Given.VISITOR);
        assertThat(to(Given.ADA_MAIL)).isEmpty();
        together.undo(detached);
        assertThat(customer(Given.VISITOR)).isEqualTo(customer(Given.ADA_MAIL));
    }

    @Test
    void anAddressThatSeveralUseSuggestsNobody() {
        adaWritesAndAVisitorTypesHerAddress();
        together.sharing.mark(Given.ADA_MAIL.key(), RedisSharing.Users.SEVERAL, dev.loper.conversation.Rig.LOTTE);
        assertThat(to(Given.VISITOR)).isEmpty();
        assertThat(to(Given.ADA_MAIL)).isEmpty();
    }
}
