package dev.loper.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Given;
import dev.loper.customer.Customers;
import dev.loper.message.ChannelAddress;
import dev.loper.message.Level;
import dev.loper.redis.RedisServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who may answer in a customer's topic besides the customer: whoever was addressed in it.
class ParticipantsTests {

    private static final ChannelAddress.Email CAROL = new ChannelAddress.Email("carol@example.com");

    private final RedisServer.Fresh fresh = RedisServer.fresh();
    private final Customers customers = new Customers(fresh.store(), fresh.keys());
    private final InboundStore store = new InboundStore(fresh.store(), fresh.keys(), customers);
    private final Topics topics = new Topics(fresh.store(), fresh.keys());
    private final Conversations conversations = new Conversations(fresh.store(), fresh.keys());
    private final Timeline timeline = new RedisTimeline(fresh.store(), fresh.keys());

    @Test
    void whoeverWasAddressedAnswersInTheTopicAndBecomesNoCustomer() {
        Appended.Stored adas = append(Given.mail().alsoTo(Given.BOB_MAIL));

        Appended.Stored bobs = append(
                Given.mail().from(Given.BOB_MAIL).named("Bob").saying("I can come on Monday.").withReplyTokenOf(
                        adas.topic()));

        assertThat(bobs.topic()).isEqualTo(adas.topic());
        assertThat(bobs.conversation()).isEqualTo(adas.conversation());
        assertThat(bobs.reason()).isEqualTo("reply-token");
        Entry entry = entries(adas).getLast();
        assertThat(entry.body().author().name()).isEqualTo("Bob");
        assertThat(entry.body().author().id()).isNull();
        assertThat(entry.body().from()).isEqualTo("bob@example.com");
        assertThat(customers.identity(Given.BOB_MAIL, Level.OBSERVED)).isEmpty();
    }

    @Test
    void answersStillGoToTheCustomerAfterAGuestWrote() {
        Appended.Stored adas = append(Given.mail().alsoTo(Given.BOB_MAIL));
        append(Given.mail().from(Given.BOB_MAIL).withReplyTokenOf(adas.topic()));

        Topic topic = topics.find(adas.topic()).orElseThrow();
        assertThat(topic.address()).isEqualTo("email:ada@example.com");
        assertThat(topic.waitingSince()).isEqualTo(adas.at());
    }

    @Test
    void aReferenceToAMailInTheTopicIsAsGoodAsAToken() {
        Appended.Stored adas = append(Given.mail().id("first@example.com").alsoTo(Given.BOB_MAIL));

        Appended.Stored bobs = append(Given.mail().from(Given.BOB_MAIL).answering("first@example.com"));

        assertThat(bobs.topic()).isEqualTo(adas.topic());
        assertThat(bobs.reason()).isEqualTo("reference");
    }

    @Test
    void whomAGuestAddressesMayAnswerToo() {
        Appended.Stored adas = append(Given.mail().alsoTo(Given.BOB_MAIL));
        append(Given.mail().from(Given.BOB_MAIL).withReplyTokenOf(adas.topic()).alsoTo(Given.ADA_MAIL, CAROL));

        assertThat(append(Given.mail().from(CAROL).withReplyTokenOf(adas.topic())).topic()).isEqualTo(adas.topic());
    }

    @Test
    void aStrangersAnswerStaysWithTheStrangerAndNamesTheTopic() {
        Appended.Stored adas = append(Given.mail().alsoTo(Given.BOB_MAIL));

        Appended.Stored carols = append(Given.mail().from(CAROL).withReplyTokenOf(adas.topic()));

        assertThat(carols.conversation()).isNotEqualTo(adas.conversation());
        assertThat(entries(carols)).singleElement().satisfies(entry -> assertThat(entry.related()).isEqualTo(
                new Entry.Related(adas.conversation(), adas.topic())));
        assertThat(entries(adas)).hasSize(1);
    }

    @Test
    void somebodyWhoOnlyClaimsToBeAParticipantIsAStranger() {
        Appended.Stored adas = append(Given.mail().alsoTo(Given.BOB_MAIL));

        Appended.Stored claimed = append(Given.mail().from(Given.BOB_MAIL).claimed().withReplyTokenOf(adas.topic()));

        assertThat(claimed.conversation()).isNotEqualTo(adas.conversation());
    }

    @Test
    void aParticipantsOwnQuestionIsTheirOwn() {
        append(Given.mail().alsoTo(Given.BOB_MAIL));

        Appended.Stored bobs = append(Given.mail().from(Given.BOB_MAIL).saying("Do you sell rugs?"));

        assertThat(bobs.reason()).isEqualTo("new");
        assertThat(customers.identity(Given.BOB_MAIL, Level.OBSERVED)).isPresent();
    }

    @Test
    void aParticipantWhoIsACustomerAnswersWhereTheyWereAsked() {
        Appended.Stored bobs = append(Given.mail().from(Given.BOB_MAIL));
        Appended.Stored adas = append(Given.mail().alsoTo(Given.BOB_MAIL));

        assertThat(append(Given.mail().from(Given.BOB_MAIL).withReplyTokenOf(adas.topic())).topic()).isEqualTo(
                adas.topic());
        assertThat(append(Given.mail().from(Given.BOB_MAIL).withReplyTokenOf(bobs.topic())).topic()).isEqualTo(
                bobs.topic());
        assertThat(append(Given.mail().from(Given.BOB_MAIL)).topic()).isEqualTo(bobs.topic());
    }

    @Test
    void aRepeatedAnswerOfAGuestIsOneEntry() {
        Appended.Stored adas = append(Given.mail().alsoTo(Given.BOB_MAIL));
        Given.Message again = Given.mail().from(Given.BOB_MAIL).id("b1").withReplyTokenOf(adas.topic());

        Appended first = store.append(again.build());

        assertThat(store.append(again.build())).isEqualTo(new Appended.Repeat(first.entry(), first.at()));
        assertThat(entries(adas)).hasSize(2);
    }

    private Appended.Stored append(Given.Message message) {
        return (Appended.Stored) store.append(message.build());
    }

    private List<Entry> entries(Appended.Stored stored) {
        return timeline.page(conversations.find(stored.conversation()).orElseThrow(), null, null, 200).reversed();
    }
}
