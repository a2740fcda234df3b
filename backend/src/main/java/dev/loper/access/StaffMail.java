package dev.loper.access;

/// Mail to the people who work here: it is part of no conversation. The email channel provides it.
public interface StaffMail {

    /// Sends one mail in plain text, at once.
    Outcome send(String to, String name, String subject, String text);

    /// How it ended.
    sealed interface Outcome {
        /// The mail server took it.
        record Sent() implements Outcome {}

        /// There is no mailbox to send from.
        record NoMailbox() implements Outcome {}

        /// It did not leave, or nobody knows. @param reason a sentence for a person
        record Failed(String reason) implements Outcome {}
    }
}
