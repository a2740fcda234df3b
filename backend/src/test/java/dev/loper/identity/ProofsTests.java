package dev.loper.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Given;
import dev.loper.conversation.Rig;
import dev.loper.customer.Identity;
import dev.loper.message.ChannelAddress;
import dev.loper.message.Level;
import dev.loper.redis.RedisServer;
import org.junit.jupiter.api.Test;

/// What follows when a visitor proves that an address is theirs, and what does not.
class ProofsTests {

    private final RedisServer.Fresh fresh = RedisServer.fresh();
    private final Together together = new Together(fresh);
    private final Rig rig = together.rig;
    private final RedisCodes codes = new RedisCodes(fresh.store(), fresh.keys());

    private Identity identity(ChannelAddress address) {
        return rig.customers.identity(address, Level.OBSERVED).orElseThrow();
    }

    private void adaIsKnownAndAVisitorWrites() {
        rig.says(Given.mail().from(Given.ADA_MAIL).named("Ada Lovelace"));
        rig.says(Given.chat(Given.VISITOR));
    }

    @Test
    void aVisitorWhoProvesAnAddressIsItsCustomerAndBothAreVerified() {
        adaIsKnownAndAVisitorWrites();
        assertThat(together.proofs.draw(Given.VISITOR, Given.ADA_MAIL, "code")).isTrue();

        assertThat(rig.customerOf(Given.VISITOR)).isEqualTo(rig.customerOf(Given.ADA_MAIL));
        assertThat(identity(Given.VISITOR).level()).isEqualTo(Level.VERIFIED);
        assertThat(identity(Given.ADA_MAIL).level()).isEqualTo(Level.VERIFIED);
        assertThat(identity(Given.VISITOR).proof()).satisfies(proof -> assertThat(proof.how()).isEqualTo("code"));
        assertThat(rig.toldTo(rig.customerOf(Given.ADA_MAIL))).containsExactly("merged");
        together.undo(together.merges.of(rig.customerOf(Given.ADA_MAIL)).getFirst());
        assertThat(rig.customerOf(Given.VISITOR)).isNotEqualTo(rig.customerOf(Given.ADA_MAIL));
    }

    @Test
    void whoOnlyTypesAnAddressIsJoinedToNobody() {
        adaIsKnownAndAVisitorWrites();
        rig.tellsOfThemselves(Given.VISITOR, "Ada", Given.ADA_MAIL);
        assertThat(rig.customerOf(Given.VISITOR)).isNotEqualTo(rig.customerOf(Given.ADA_MAIL));
        assertThat(identity(Given.VISITOR).level()).isEqualTo(Level.OBSERVED);
    }

    @Test
    void anAddressNobodyHadBecomesTheirsAndMailFromItIsOfThatCustomer() {
        rig.says(Given.chat(Given.VISITOR));
        rig.tellsOfThemselves(Given.VISITOR, "Ada", Given.ADA_MAIL);
        together.proofs.draw(Given.VISITOR, Given.ADA_MAIL, "code");
        rig.says(Given.mail().from(Given.ADA_MAIL));

        assertThat(rig.customerOf(Given.ADA_MAIL)).isEqualTo(rig.customerOf(Given.VISITOR));
        assertThat(rig.customer(rig.customerOf(Given.VISITOR)).identities()).hasSize(2).allSatisfy(
                one -> assertThat(one.level()).isEqualTo(Level.VERIFIED));
        together.detach(rig.customerOf(Given.VISITOR), Given.ADA_MAIL);
        assertThat(rig.customerOf(Given.ADA_MAIL)).isNotEqualTo(rig.customerOf(Given.VISITOR));
    }

    @Test
    void aProofBeforeTheFirstMessageHoldsFromThatOn() {
        rig.says(Given.mail().from(Given.ADA_MAIL));
        assertThat(together.proofs.draw(Given.VISITOR, Given.ADA_MAIL, "site")).isFalse();
        together.visitorProofs.remember(Given.VISITOR, new RedisVisitorProofs.Proof(Given.ADA_MAIL, "site"));
        rig.says(Given.chat(Given.VISITOR));

        assertThat(rig.customerOf(Given.VISITOR)).isEqualTo(rig.customerOf(Given.ADA_MAIL));
        assertThat(identity(Given.VISITOR).level()).isEqualTo(Level.VERIFIED);
        assertThat(rig.toldTo(rig.customerOf(Given.ADA_MAIL))).containsExactly("recognised");
    }

    @Test
    void aSharedAddressOneThatConflictsOrOneThatWasTakenApartJoinsNobodyButIsStronglySuggested() {
        adaIsKnownAndAVisitorWrites();
        together.sharing.mark(Given.ADA_MAIL.key(), RedisSharing.Users.SEVERAL, Rig.LOTTE);
        together.proofs.draw(Given.VISITOR, Given.ADA_MAIL, "code");
        assertThat(rig.customerOf(Given.VISITOR)).isNotEqualTo(rig.customerOf(Given.ADA_MAIL));
        together.sharing.mark(Given.ADA_MAIL.key(), RedisSharing.Users.ONE, Rig.LOTTE);

        rig.says(Given.mail().from(Given.BOB_MAIL));
        together.merge(rig.customerOf(Given.BOB_MAIL), rig.customerOf(Given.VISITOR));
        together.proofs.draw(Given.VISITOR, Given.ADA_MAIL, "code");
        assertThat(rig.customerOf(Given.VISITOR)).isEqualTo(rig.customerOf(Given.BOB_MAIL));
        assertThat(rig.customerOf(Given.ADA_MAIL)).isNotEqualTo(rig.customerOf(Given.BOB_MAIL));
        assertThat(together.suggestions.of(rig.customer(rig.customerOf(Given.ADA_MAIL)))).singleElement().satisfies(
                one -> assertThat(one.strength()).isEqualTo(Suggestion.Strength.STRONG));
    }

    @Test
    void whatAPersonTookApartAProofDoesNotJoinAgain() {
        adaIsKnownAndAVisitorWrites();
        together.undo(together.merge(rig.customerOf(Given.ADA_MAIL), rig.customerOf(Given.VISITOR)));
        together.proofs.draw(Given.VISITOR, Given.ADA_MAIL, "code");
        assertThat(rig.customerOf(Given.VISITOR)).isNotEqualTo(rig.customerOf(Given.ADA_MAIL));
    }

    @Test
    void aCodeWorksOnceAndForItsVisitorOnly() {
        codes.keep(Given.VISITOR, Given.ADA_MAIL, "123456");
        assertThat(codes.redeem(new ChannelAddress.Visitor("v-thief"), "123456")).isEmpty();
        assertThat(codes.redeem(Given.VISITOR, "123456")).contains(Given.ADA_MAIL);
        assertThat(codes.redeem(Given.VISITOR, "123456")).isEmpty();
    }

    @Test
    void whoGuessesHasFiveTriesACodeAndThreeCodesAnAddress() {
        int tries = 0;
        for (int visitor = 0; visitor < 50; visitor++) {
            ChannelAddress.Visitor thief = new ChannelAddress.Visitor("v-thief-" + visitor);
            if (!codes.keep(thief, Given.ADA_MAIL, "999999")) {
                continue;
            }
            for (int guess = 0; guess < 100; guess++) {
                codes.redeem(thief, "%06d".formatted(guess));
            }
            // The right one comes too late.
            assertThat(codes.redeem(thief, "999999")).isEmpty();
            tries++;
        }
        assertThat(tries).isEqualTo(RedisCodes.PER_ADDRESS);
    }

    @Test
    void ofCodesByTextMessageGoSoManyAnHourToWhomeverAndMailIsNoPartOfThat() {
        int texts = 0;
        for (int number = 0; number < RedisCodes.TEXTS + 20; number++) {
            ChannelAddress.Phone phone = new ChannelAddress.Phone("+316123%05d".formatted(number));
            texts += codes.keep(new ChannelAddress.Visitor("v-pump-" + number), phone, "123456") ? 1 : 0;
        }
        assertThat(texts).isEqualTo(RedisCodes.TEXTS);
        assertThat(codes.keep(Given.VISITOR, Given.ADA_MAIL, "123456")).isTrue();
    }

    @Test
    void aNumberIsGuessedNoEasierThanAMailAddress() {
        long kept = java.util.stream.IntStream.range(0, 9).filter(
                visitor -> codes.keep(new ChannelAddress.Visitor("v-thief-" + visitor), Given.ADA, "999999")).count();
        assertThat(kept).isEqualTo(RedisCodes.PER_ADDRESS);
    }

    @Test
    void whoProvesANumberIsItsCustomerUnlessItWasOnlyShown() {
        rig.says(Given.sms().from(Given.ADA));
        rig.says(Given.chat(Given.VISITOR));
        together.proofs.draw(Given.VISITOR, Given.ADA, "code");
        assertThat(rig.customerOf(Given.VISITOR)).isEqualTo(rig.customerOf(Given.ADA));
        assertThat(identity(Given.ADA).level()).isEqualTo(Level.VERIFIED);

        ChannelAddress.Phone shown = new ChannelAddress.Phone("+31612399999");
        ChannelAddress.Visitor owner = new ChannelAddress.Visitor("v-owner");
        rig.says(Given.sms().from(shown));
        rig.says(Given.chat(owner));
        String index = fresh.keys().of(dev.loper.redis.RedisKeys.Family.IDENTITIES);
        fresh.redis().hset(index, shown.key(), fresh.redis().hget(index, shown.key()).replaceFirst("\\{",
                "{\"shown\":true,"));
        together.proofs.draw(owner, shown, "code");
        assertThat(rig.customerOf(owner)).isNotEqualTo(rig.customerOf(shown));
        assertThat(together.suggestions.of(rig.customer(rig.customerOf(shown)))).singleElement().satisfies(
                one -> assertThat(one.strength()).isEqualTo(Suggestion.Strength.STRONG));
    }

    @Test
    void theFifthTryMayStillBeRight() {
        codes.keep(Given.VISITOR, Given.ADA_MAIL, "123456");
        for (int guess = 1; guess < RedisCodes.TRIES; guess++) {
            assertThat(codes.redeem(Given.VISITOR, "00000" + guess)).isEmpty();
        }
        assertThat(codes.redeem(Given.VISITOR, "123456")).contains(Given.ADA_MAIL);
    }

    @Test
    void aNewCodeTakesThePlaceOfTheOneBefore() {
        codes.keep(Given.VISITOR, Given.ADA_MAIL, "111111");
        codes.keep(Given.VISITOR, Given.BOB_MAIL, "222222");
        assertThat(codes.redeem(Given.VISITOR, "111111")).isEmpty();
        assertThat(codes.redeem(Given.VISITOR, "222222")).contains(Given.BOB_MAIL);
    }
}
