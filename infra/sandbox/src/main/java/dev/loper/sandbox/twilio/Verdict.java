package dev.loper.sandbox.twilio;

import dev.loper.sandbox.SandboxSettings;

/// What the checks say of a send.
sealed interface Verdict {

    /// It may go; `body` is the final text, with a template's variables filled in.
    record Fine(SandboxSettings.Number from, String to, String body) implements Verdict {}

    /// It may not.
    record Refused(TwilioError error) implements Verdict {}

    static Verdict refused(int code, String message) {
        return new Refused(TwilioError.badRequest(code, message));
    }
}
