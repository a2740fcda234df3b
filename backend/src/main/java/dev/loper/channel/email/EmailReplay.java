package dev.loper.channel.email;

import dev.loper.channel.DeadLetters;
import dev.loper.channel.Intake;
import dev.loper.channel.UnreadableMessageException;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelKind;
import java.time.Instant;
import java.util.Map;

/// Takes a mail in again that was a dead letter.
final class EmailReplay implements DeadLetters.Replay {

    /// Of a mail of which there are only the headers: nobody would know what it said.
    static final Map<String, String> HEADERS_ONLY = Map.of("part", "headers");

    private final EmailIntake intake;

    EmailReplay(EmailIntake intake) {
        this.intake = intake;
    }

    @Override
    public ChannelKind channel() {
        return ChannelKind.EMAIL;
    }

    @Override
    public Intake.Receipt replay(AccountId account, Instant came, byte[] raw, Map<String, String> headers) {
        if (headers.equals(HEADERS_ONLY)) {
            throw new UnreadableMessageException(
                    "These are only its headers. Mark the mail in its mailbox as unread to have it fetched again.");
        }
        return switch (intake.take(account, raw)) {
            case Taken.Stored stored -> stored.receipt();
            case Taken.Noted noted -> noted.receipt();
            case Taken.Receipted bounce ->
                throw new UnreadableMessageException("It is a bounce, which has now been recorded; delete it.");
            case Taken.Answered answer ->
                throw new UnreadableMessageException(
                        "It is a colleague's answer, which is in its thread now; delete it.");
            case Taken.Own own -> throw new UnreadableMessageException("It is a copy of a mail of ours; delete it.");
        };
    }
}
