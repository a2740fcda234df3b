package dev.loper.channel.email;

import dev.loper.channel.DeadLetters;
import dev.loper.channel.Intake;
import dev.loper.channel.UnreadableMessageException;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelKind;
import java.util.Map;

/// Takes a mail in again that was a dead letter.
final class EmailReplay implements DeadLetters.Replay {

    private final EmailIntake intake;

    EmailReplay(EmailIntake intake) {
        this.intake = intake;
    }

    @Override
    public ChannelKind channel() {
        return ChannelKind.EMAIL;
    }

    @Override
    public Intake.Receipt replay(AccountId account, byte[] raw, Map<String, String> headers) {
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
