package dev.loper.organisation;

/// Takes what colleagues without a seat answer by mail. Whoever asks them provides it.
@FunctionalInterface
public interface QuestionAnswers {

    /// An answer as it came.
    ///
    /// @param mark      that the mail carries
    /// @param id        by which a copy of the mail is known
    /// @param from      the address it says it is from
    /// @param text      its new words
    /// @param automatic whether a machine wrote it: it tells something, and answers nothing
    record Answer(String mark, String id, String from, String text, boolean automatic) {}

    /// @return whether the mark is of a question: the mail is then nobody else's
    boolean take(Answer answer);
}
