package dev.loper.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.loper.message.AccountId;
import dev.loper.message.Attachment;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ChannelMessage;
import dev.loper.message.ConversationId;
import dev.loper.message.Delivery;
import dev.loper.message.EntryId;
import dev.loper.message.TopicId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every channel keeps, whatever its medium: nothing that was accepted is lost or doubled, nothing is acknowledged
/// before it is stored, nothing is sent twice blindly, nothing unreadable stops the rest.
///
/// A channel's test extends this, plays the provider's side over a real socket and hands the recording ports below to
/// the channel.
public abstract class ChannelContractTest {

    /// `é` and an emoji: what arrives must be whole.
    protected static final String TEXT = "Where is my order? Café, 12 €, 📦";

    protected final RecordingIntake intake = new RecordingIntake();
    protected final RecordingDeadLetters deadLetters = new RecordingDeadLetters();
    protected final RecordingReceipts receipts = new RecordingReceipts();

    /// How the provider meets what we send.
    public enum Provider {
        /// Takes it.
        TAKES,
        /// Is away, or says "later".
        BUSY,
        /// Says "never".
        REFUSES,
        /// Breaks off after the whole message was handed over, before it answers.
        BREAKS_OFF
    }

    /// The channel under test.
    protected abstract OutboundPort port();

    /// The account of [#port()] that is under test.
    protected abstract ChannelAccount account();

    /// A customer who can be written to, as [#deliver] uses.
    protected abstract ChannelAddress customer();

    /// Lets that customer write. The same key twice is the same message brought again by the provider.
    ///
    /// @return whether the provider's side saw it acknowledged: a 2xx, a \Seen flag, an ack frame
    protected abstract boolean deliver(String key, String text) throws Exception;

    /// Lets the provider bring something the channel cannot read; acknowledged or not as in [#deliver].
    protected abstract boolean deliverUnreadable() throws Exception;

    /// How this channel takes a dead letter in again.
    protected abstract DeadLetters.Replay replay();

    /// The raw bytes of a dead letter after a person has mended it; its text is [#TEXT].
    protected abstract byte[] mended(RecordingDeadLetters.Kept deadLetter) throws Exception;

    /// Makes the provider behave so from now on.
    protected abstract void provider(Provider behaviour) throws Exception;

    /// The texts that reached the customer, in order.
    protected abstract List<String> arrived() throws Exception;

    /// What the provider can be made to do; a channel without a provider (web chat) leaves some out.
    protected Set<Provider> behaviours() {
        return EnumSet.allOf(Provider.class);
    }

    /// Whether something unreadable becomes a dead letter; a channel that can tell its sender at once does that instead.
    protected boolean keepsDeadLetters() {
        return true;
    }

    /// Whether people write on it. What is spoken has no words when it comes in, and nothing can be written back.
    protected boolean isWritten() {
        return true;
    }

    private String words(String text) {
        return isWritten() ? text : "";
    }

    /// An answer to [#customer()].
    protected OutboundMessage answer(String entry, String text) {
        return answer(entry, text, List.of());
    }

    protected OutboundMessage answer(String entry, String text, List<Attachment> attachments) {
        return new OutboundMessage(new EntryId(entry), account().id(), new ConversationId("c1"), new TopicId("t1"),
                customer(), List.of(), null, text, null, null, attachments, null, List.of(), "Lotte",
                Instant.parse("2026-11-22T10:00:00Z"));
    }

    @Test
    void whatIsDeliveredArrivesOnceAndWhole() throws Exception {
        assertThat(deliver("one", TEXT)).isTrue();

        assertThat(intake.stored()).singleElement().satisfies(message -> {
            assertThat(message.text()).isEqualTo(words(TEXT));
            assertThat(message.account()).isEqualTo(account().id());
            assertThat(message.channel()).isEqualTo(port().channel());
            assertThat(message.from()).isEqualTo(customer());
            assertThat(message.providerId()).isNotBlank();
            assertThat(message.automatic()).isFalse();
        });
    }

    @Test
    void aRepeatHasTheSameProviderIdAndIsAcknowledgedAgain() throws Exception {
        assertThat(deliver("one", TEXT)).isTrue();
        assertThat(deliver("one", TEXT)).isTrue();

        assertThat(intake.calls()).isGreaterThanOrEqualTo(2);
        assertThat(intake.stored()).hasSize(1);
    }

    @Test
    void twoMessagesOfTheSameWordsAreTwo() throws Exception {
        assertThat(deliver("one", TEXT)).isTrue();
        assertThat(deliver("two", TEXT)).isTrue();

        assertThat(intake.stored()).extracting(ChannelMessage::providerId).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void messagesAreHandedInInTheOrderTheyCame() throws Exception {
        assumeThat(isWritten()).isTrue();
        for (String text : List.of("1", "2", "3", "4", "5")) {
            assertThat(deliver("key-" + text, text)).isTrue();
        }

        assertThat(intake.stored()).extracting(ChannelMessage::text).containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void whatCannotBeStoredIsNotAcknowledgedAndComesAgain() throws Exception {
        intake.goAway();
        assertThat(deliver("one", TEXT)).isFalse();
        assertThat(intake.refusals()).isPositive();
        assertThat(deadLetters.kept()).isEmpty();

        intake.comeBack();
        assertThat(deliver("one", TEXT)).isTrue();

        assertThat(intake.stored()).hasSize(1);
    }

    @Test
    void whatCannotBeReadIsKeptWholeAndDoesNotStopTheRest() throws Exception {
        assumeThat(keepsDeadLetters()).isTrue();

        assertThat(deliverUnreadable()).isTrue();
        assertThat(deliver("next", TEXT)).isTrue();

        assertThat(deadLetters.kept()).singleElement().satisfies(letter -> {
            assertThat(letter.account()).isEqualTo(account().id());
            assertThat(letter.channel()).isEqualTo(port().channel());
            assertThat(letter.raw()).isNotEmpty();
            assertThat(letter.reason()).endsWith(".");
        });
        assertThat(intake.stored()).extracting(ChannelMessage::text).containsExactly(words(TEXT));
    }

    @Test
    void aDeadLetterThatCannotBeKeptIsNotAcknowledged() throws Exception {
        assumeThat(keepsDeadLetters()).isTrue();
        deadLetters.goAway();

        assertThat(deliverUnreadable()).isFalse();
    }

    @Test
    void aMendedDeadLetterIsTakenIn() throws Exception {
        assumeThat(keepsDeadLetters()).isTrue();
        deliverUnreadable();
        RecordingDeadLetters.Kept letter = deadLetters.kept().getFirst();

        Intake.Receipt receipt = replay().replay(letter.account(), Instant.EPOCH, mended(letter), letter.headers());

        assertThat(receipt.repeat()).isFalse();
        assertThat(intake.stored()).extracting(ChannelMessage::text).containsExactly(words(TEXT));
        assertThat(replay().channel()).isEqualTo(port().channel());
    }

    @Test
    void aDeadLetterThatIsStillBrokenSaysWhy() throws Exception {
        assumeThat(keepsDeadLetters()).isTrue();
        deliverUnreadable();
        RecordingDeadLetters.Kept letter = deadLetters.kept().getFirst();

        assertThatThrownBy(
                () -> replay().replay(letter.account(), Instant.EPOCH, letter.raw(), letter.headers())).isInstanceOf(
                        RuntimeException.class).message().isNotBlank();

        assertThat(intake.stored()).isEmpty();
        assertThat(deadLetters.kept()).hasSize(1);
    }

    @Test
    void whatTheProviderTakesIsSentOnceAndWhole() throws Exception {
        assumeThat(isWritten()).isTrue();
        provider(Provider.TAKES);

        SendResult result = port().send(answer("e1", TEXT));

        assertThat(result).isInstanceOfSatisfying(SendResult.Sent.class, sent -> {
            assertThat(sent.providerId()).isNotBlank();
            assertThat(sent.state()).isIn(Delivery.SENT, Delivery.DELIVERED, Delivery.READ);
        });
        assertThat(arrived()).singleElement().asString().contains(TEXT);
    }

    @Test
    void aBusyProviderMeansLater() throws Exception {
        assumeThat(behaviours()).contains(Provider.BUSY);
        provider(Provider.BUSY);

        assertThat(port().send(answer("e1", TEXT))).isInstanceOfSatisfying(SendResult.Retry.class, retry -> {
            assertThat(retry.reason()).endsWith(".");
            assertThat(retry.after() == null || retry.after().isPositive()).isTrue();
        });
        assertThat(arrived()).isEmpty();
    }

    @Test
    void aRefusalIsFinalAndSaysWhy() throws Exception {
        assumeThat(behaviours()).contains(Provider.REFUSES);
        provider(Provider.REFUSES);

        assertThat(port().send(answer("e1", TEXT))).isInstanceOfSatisfying(SendResult.Failed.class,
                failed -> assertThat(failed.reason()).contains(" ").endsWith("."));
        assertThat(arrived()).isEmpty();
    }

    @Test
    void aLineThatBreaksAfterTheHandoverLeavesItUnconfirmed() throws Exception {
        assumeThat(behaviours()).contains(Provider.BREAKS_OFF);
        provider(Provider.BREAKS_OFF);

        assertThat(port().send(answer("e1", TEXT))).isInstanceOfSatisfying(SendResult.Unconfirmed.class,
                unconfirmed -> assertThat(unconfirmed.reason()).endsWith("."));
    }

    @Test
    void settlingNeverSends() throws Exception {
        provider(Provider.TAKES);
        OutboundMessage neverSent = answer("e1", TEXT);

        SendResult settled = port().settle(neverSent, neverSent.queuedAt());

        assertThat(settled).isNotInstanceOf(SendResult.Sent.class);
        assertThat(arrived()).isEmpty();
    }

    @Test
    void aMessageOfAnUnknownAccountIsRefused() {
        OutboundMessage known = answer("e1", TEXT);
        OutboundMessage foreign = new OutboundMessage(known.entry(), new AccountId("no-such-account"),
                known.conversation(), known.topic(), known.to(), known.cc(), known.subject(), known.text(),
                known.html(), known.quote(), known.attachments(), known.inReplyTo(), known.references(),
                known.authorName(), known.queuedAt());

        assertThat(port().send(foreign)).isInstanceOf(SendResult.Failed.class);
    }

    @Test
    void itsCapabilitiesMakeSense() {
        ChannelCapabilities can = port().capabilities();

        assertThat(can.identityKind()).isEqualTo(customer().kind());
        assertThat(can.maxLength() == null || can.maxLength() > 0).isTrue();
        assertThat(can.maxAttachmentBytes()).isNotNegative();
        assertThat(can.replyWindow() == null || can.replyWindow().compareTo(Duration.ZERO) > 0).isTrue();
        assertThat(can.receipts()).isSubsetOf(Delivery.SENT, Delivery.DELIVERED, Delivery.READ, Delivery.FAILED);
    }

    @Test
    void itsAccountsAreItsOwn() {
        assertThat(port().accounts()).contains(account()).allSatisfy(
                known -> assertThat(known.channel()).isEqualTo(port().channel()));
        assertThat(port().accounts()).extracting(ChannelAccount::id).doesNotHaveDuplicates();
    }
}
