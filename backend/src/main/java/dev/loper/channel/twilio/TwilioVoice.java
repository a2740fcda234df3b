package dev.loper.channel.twilio;

/// How a call is answered, step by step; the channel of calls provides it. All answers are TwiML.
public interface TwilioVoice {

    /// Takes one step. Returns only when what it tells of is durable.
    ///
    /// @throws UnreadableWebhookException if it cannot be read
    /// @throws dev.loper.channel.IntakeUnavailableException if the store cannot take it now
    String step(TwilioCall call);

    /// Whether somebody listens to the answer: else Twilio only tells, and may tell again later.
    boolean isHeard(TwilioCall call);

    /// What a caller hears while the store is away: a refusal would have Twilio speak of an application error.
    String away(TwilioAccount account);

    /// What a caller hears whose number is one of our own: no customer calls from there.
    String refused(TwilioAccount account);

    /// What a caller hears after a mistake.
    String failed(TwilioAccount account);
}
