package dev.loper.channel;

import dev.loper.message.AccountId;
import dev.loper.message.Attachment;
import dev.loper.message.PersonId;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where the phone tells how a call goes, and asks whose phone is to ring. A call is one entry: the [Intake] stores it
/// when it comes in, and what becomes of it stands beside it.
///
/// Every step may come twice and out of order: a call never goes back, and a repeat gets the first answer. A call nobody
/// stored is none; telling of it changes nothing.
///
/// Every method throws [IntakeUnavailableException] if the store cannot be asked now.
public interface Calls {

    /// A call that was stored begins.
    Caller begin(Call call);

    /// The caller keyed in a code: whose call it is, and which matter it belongs to.
    void recognise(Call call, SpokenCodes.Heard.Known whose);

    /// Chooses whose phone rings now: the one that rings already, else whoever has the matter, else somebody who is free
    /// and may see it. Nobody is rung twice by one call, and nobody by two at once.
    Rung ring(Call call);

    /// Somebody picked up.
    ///
    /// @param who none if it is whoever was rung last
    void answer(Call call, @Nullable PersonId who);

    /// Somebody did not pick up.
    ///
    /// @param who none if it is whoever was rung last
    void pass(Call call, @Nullable PersonId who);

    /// It is over. Whoever was not answered is to be called back.
    ///
    /// @param length how long people spoke; none if nobody measured it
    void end(Call call, End how, @Nullable Duration length);

    /// A call of ours, as long as it is on: whose phone rang first, and who is to be reached.
    Optional<Outgoing> outgoing(Call call);

    /// The colleague whose phone rang first is there, and the customer is rung now.
    void reach(Call call);

    /// Whether a recording was kept already.
    boolean hasRecording(Call call, String recording);

    /// Keeps a recording with its call.
    ///
    /// @param recording the provider's id of it
    /// @return whether it is kept now; if not, it was there already or there is no such call
    boolean record(Call call, String recording, Attachment file);

    /// A call, by the provider's id.
    record Call(AccountId account, String id) {}

    /// Who calls, as far as the number tells: it may be spoofed, so it opens nothing.
    ///
    /// @param known    whether somebody with this number was a customer before
    /// @param language theirs, if it is known
    /// @param title    of the matter that is open; none until a code proved who calls
    record Caller(boolean known, @Nullable String language, @Nullable String title) {}

    /// A call that we place.
    ///
    /// @param number   the customer's, E.164
    /// @param language the colleague's: `en` or `nl`
    record Outgoing(PersonId person, String number, String language) {}

    /// Whose phone rings.
    sealed interface Rung {

        /// @param number E.164
        record At(PersonId person, String number) implements Rung {}

        /// Nobody is free.
        ///
        /// @param open  whether we are there at this hour
        /// @param opens when we are there again; none if we are there now, or never
        record Nobody(boolean open, @Nullable ZonedDateTime opens) implements Rung {}
    }

    /// How a call ended, as far as the provider says.
    enum End {
        /// Somebody hung up.
        HUNG_UP,
        /// The caller left a message.
        VOICEMAIL
    }
}
