package dev.loper.organisation;

import dev.loper.access.StaffMail;

/// Mail to somebody without a seat, who can answer it. The email channel provides it.
public interface QuestionMail {

    /// A mail that asks something.
    ///
    /// @param mark by which an answer is known: 26 lower-case hexadecimal digits that nobody can guess
    /// @param turn tells several mails about one question apart
    record Question(String to, String name, String subject, String text, String mark, int turn) {}

    /// Sends one, at once.
    StaffMail.Outcome ask(Question question);
}
