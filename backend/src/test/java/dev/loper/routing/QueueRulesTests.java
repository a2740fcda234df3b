package dev.loper.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Given;
import dev.loper.access.QueueId;
import dev.loper.channel.ChannelAccount;
import dev.loper.channel.ChannelCapabilities;
import dev.loper.channel.OutboundMessage;
import dev.loper.channel.OutboundPort;
import dev.loper.channel.SendResult;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelKind;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.ObjectProvider;

class QueueRulesTests {

    private static final QueueId BILLING = new QueueId("billing");
    private static final QueueId ORDERS = new QueueId("orders");

    @Test
    void aFreshInstallationHasOneQueueAndEverythingGoesThere() {
        assertThat(chosen(List.of(Queue.main()), Given.sms())).isEqualTo(QueueId.MAIN);
    }

    @Test
    void theFirstQueueWithARuleThatMatchesGetsTheTopic() {
        List<Queue> queues = List.of(Queue.main(), queue(ORDERS, 1, words("order", "parcel")),
                queue(BILLING, 2, words("invoice"), words("order")));

        assertThat(chosen(queues, Given.sms().saying("About my order."))).isEqualTo(ORDERS);
        assertThat(chosen(queues, Given.sms().saying("About my invoice."))).isEqualTo(BILLING);
        assertThat(chosen(queues, Given.sms().saying("About something else."))).isEqualTo(QueueId.MAIN);
    }

    @Test
    void everyConditionOfARuleMustHold() {
        FeedRule rule = new FeedRule(Set.of("email-support"), Set.of(), Set.of(), List.of("invoice"));
        List<Queue> queues = List.of(Queue.main(), queue(BILLING, 1, rule));

        assertThat(chosen(queues, Given.mail().saying("My invoice is wrong."))).isEqualTo(BILLING);
        assertThat(chosen(queues, Given.mail().saying("My lamp is broken."))).isEqualTo(QueueId.MAIN);
        assertThat(chosen(queues, Given.sms().saying("My invoice is wrong."))).isEqualTo(QueueId.MAIN);
    }

    @Test
    void theSubjectCountsToo() {
        List<Queue> queues = List.of(Queue.main(), queue(BILLING, 1, words("invoice 2041")));

        assertThat(chosen(queues, Given.mail().about("Re: Invoice #2041").saying("See above."))).isEqualTo(BILLING);
    }

    @Test
    void aRuleKnowsTheBrandAnAccountSpeaksFor() {
        FeedRule rule = new FeedRule(Set.of(), Set.of("Lampen.nl"), Set.of(), List.of());
        List<Queue> queues = List.of(Queue.main(), queue(ORDERS, 1, rule));

        assertThat(chosen(queues, Given.sms())).isEqualTo(ORDERS);
        assertThat(chosen(queues, Given.mail())).isEqualTo(QueueId.MAIN);
    }

    @Test
    void aQueueOfOneBrandTakesNothingOfAnother() {
        Queue lamps = new Queue(ORDERS, "Orders", Map.of(), "Lampen.nl", List.of(), null, ServiceTargets.NONE, 1,
                List.of(words("order")), true, false, 1);
        List<Queue> queues = List.of(Queue.main(), lamps, queue(BILLING, 2, words("order")));

        assertThat(chosen(queues, Given.sms().saying("About my order."))).isEqualTo(ORDERS);
        assertThat(chosen(queues, Given.mail().saying("About my order."))).isEqualTo(BILLING);
    }

    @Test
    void aRuleKnowsTheLanguageAMessageIsWrittenIn() {
        FeedRule rule = new FeedRule(Set.of(), Set.of(), Set.of("nl"), List.of());
        List<Queue> queues = List.of(Queue.main(), queue(ORDERS, 1, rule));

        assertThat(chosen(queues, Given.sms().saying("Waar blijft mijn lamp? Ik heb niet zo veel geduld."))).isEqualTo(
                ORDERS);
        assertThat(chosen(queues, Given.sms().saying("Where is my lamp? I have not the patience."))).isEqualTo(
                QueueId.MAIN);
        assertThat(chosen(queues, Given.sms().saying("Lamp?"))).isEqualTo(QueueId.MAIN);
    }

    @Test
    void aQueueThatIsSwitchedOffGetsNothing() {
        Queue off = new Queue(BILLING, "Billing", Map.of(), null, List.of(), null, ServiceTargets.NONE, 1,
                List.of(words("invoice")), false, false, 1);

        assertThat(chosen(List.of(Queue.main(), off), Given.sms().saying("My invoice"))).isEqualTo(QueueId.MAIN);
    }

    @ParameterizedTest
    @CsvSource({"invoice, The INVOICE is wrong, true", "invoice, The invoices are wrong, false",
            "invoice*, The invoices are wrong, true", "oice, The invoice is wrong, false",
            "credit note, A creditnote, false", "credit note, About a credit-note: wrong, true",
            "één lamp, een lamp, true", "' ', nothing, false", "*, nothing, false"})
    void wordsAreWholeWordsWhateverTheirCaseAndAccents(String phrase, String text, boolean contained) {
        assertThat(Words.of(text).contain(phrase)).isEqualTo(contained);
    }

    @ParameterizedTest
    @CsvSource({"'Ik heb mijn pakket niet gekregen.', nl", "'I have not received my parcel.', en",
            "'Ich habe mein Paket nicht bekommen.', de", "'Je ne trouve pas la facture.', fr", "'Order 4711 DHL', ",
            "'ok', ", "'', "})
    void aLanguageIsToldByItsSmallWordsOrNotAtAll(String text, String language) {
        assertThat(WrittenLanguage.of(Words.of(text))).isEqualTo(java.util.Optional.ofNullable(language));
    }

    private static FeedRule words(String... words) {
        return new FeedRule(Set.of(), Set.of(), Set.of(), List.of(words));
    }

    private static Queue queue(QueueId id, int position, FeedRule... rules) {
        return new Queue(id, id.value(), Map.of(), null, List.of(), null, ServiceTargets.NONE, position, List.of(rules),
                true, false, 1);
    }

    private static QueueId chosen(List<Queue> queues, Given.Message message) {
        KnownQueues known = new KnownQueues(new QueueStore() {
            @Override
            public List<Queue> all() {
                return queues;
            }

            @Override
            public Saved save(List<Queue> changed) {
                return Saved.STALE;
            }
        }, Clock.systemUTC());
        return new QueueRules(known, new Ports()).of(message.build()).queue();
    }

    /// One number, which speaks for the brand “Lampen.nl”.
    private static final class Ports implements ObjectProvider<OutboundPort> {

        @Override
        public Stream<OutboundPort> stream() {
            return Stream.of(new OutboundPort() {
                @Override
                public List<ChannelAccount> accounts() {
                    return List.of(new ChannelAccount(new AccountId("sms-main"), ChannelKind.SMS, "Texts", "+3197",
                            "Lampen.nl"));
                }

                @Override
                public ChannelKind channel() {
                    return ChannelKind.SMS;
                }

                @Override
                public ChannelCapabilities capabilities() {
                    throw new UnsupportedOperationException();
                }

                @Override
                public SendResult send(OutboundMessage message) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public SendResult settle(OutboundMessage message, Instant since) {
                    throw new UnsupportedOperationException();
                }
            });
        }
    }

    @Test
    void ofLittleThatSomebodyWroteItsTitleHelpsToTellTheLanguage() {
        assertThat(WrittenLanguage.of("Mijn kast piept", "Mijn kast piept")).contains("nl");
        assertThat(WrittenLanguage.of("Mijn kast is er niet", "Your order and the lamp for you")).contains("nl");
    }
}
