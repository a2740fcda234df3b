package dev.loper.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Given;
import dev.loper.conversation.Appended;
import dev.loper.conversation.Rig;
import dev.loper.message.ChannelAddress;
import dev.loper.message.Level;
import dev.loper.redis.RedisServer;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RecognitionTests {

    private static final ChannelAddress.WhatsApp ADA_WHATSAPP = new ChannelAddress.WhatsApp(Given.ADA.value());

    private final RedisServer.Fresh fresh = RedisServer.fresh();
    private final Together together = new Together(fresh);

    private Given.Message whatsapp() {
        return Given.whatsapp(Given.ADA.value());
    }

    @Test
    void theSameNumberOnWhatsAppIsTheSameCustomerInTheSameTopicAndTheTimelineSaysSo() {
        Appended.Stored first = together.rig.says(Given.sms().from(Given.ADA));
        Appended.Stored second = together.rig.says(whatsapp().named("Ada"));

        assertThat(second.conversation()).isEqualTo(first.conversation());
        assertThat(second.topic()).isEqualTo(first.topic());
        assertThat(together.rig.toldTo(together.rig.customerOf(Given.ADA))).containsExactly("recognised");
        var identity = together.rig.customers.identity(ADA_WHATSAPP, Level.OBSERVED).orElseThrow();
        assertThat(identity.proof()).satisfies(proof -> assertThat(proof.how()).isEqualTo("same-number"));
        assertThat(together.rig.customer(identity.customer()).name()).isEqualTo("Ada");
    }

    @Test
    void itStillHoldsAfterARestartAndForTheNextMessage() {
        together.rig.says(Given.sms().from(Given.ADA));
        together.rig.says(whatsapp());
        Together other = new Together(fresh);
        assertThat(other.rig.says(whatsapp()).conversation()).isEqualTo(
                other.rig.says(Given.sms().from(Given.ADA)).conversation());
        assertThat(other.rig.toldTo(other.rig.customerOf(Given.ADA))).hasSize(1);
    }

    @Test
    void anotherNameIsAnotherCustomerAndASuggestion() {
        together.rig.says(Given.sms().from(Given.ADA).named("Ada Lovelace"));
        together.rig.says(whatsapp().named("Byron"));

        assertThat(together.rig.customerOf(ADA_WHATSAPP)).isNotEqualTo(together.rig.customerOf(Given.ADA));
        assertThat(together.suggestions.of(
                together.rig.customer(together.rig.customerOf(ADA_WHATSAPP)))).singleElement().satisfies(
                        one -> assertThat(one.strength()).isEqualTo(Suggestion.Strength.STRONG));
    }

    @Test
    void aSharedNumberRecognisesNobody() {
        together.rig.says(Given.sms().from(Given.ADA));
        together.sharing.mark(Given.ADA.key(), RedisSharing.Users.SEVERAL, Rig.LOTTE);
        together.rig.says(whatsapp());
        assertThat(together.rig.customerOf(ADA_WHATSAPP)).isNotEqualTo(together.rig.customerOf(Given.ADA));
    }

    @Test
    void aNumberThatWasSilentForLongMayBeSomebodyElsesByNow() {
        together.rig.says(Given.sms().from(Given.ADA));
        Clock later = Clock.offset(Clock.system(ZoneOffset.UTC), SameNumber.RESTS.plus(Duration.ofHours(1)));
        Together then = new Together(fresh, later);
        then.rig.says(whatsapp());
        assertThat(then.rig.customerOf(ADA_WHATSAPP)).isNotEqualTo(then.rig.customerOf(Given.ADA));
    }

    @Test
    void whatAPersonTookOffDoesNotComeBackByItself() {
        together.rig.says(Given.sms().from(Given.ADA));
        together.rig.says(whatsapp());
        together.detach(together.rig.customerOf(Given.ADA), ADA_WHATSAPP);
        together.rig.says(whatsapp());
        assertThat(together.rig.customerOf(ADA_WHATSAPP)).isNotEqualTo(together.rig.customerOf(Given.ADA));
    }

    @Test
    void aBusinessScopedUserIdIsNoNumber() {
        together.rig.says(Given.sms().from(Given.ADA));
        assertThat(Siblings.of(new ChannelAddress.WhatsApp("NL.31612345601"))).isEmpty();
    }
}
