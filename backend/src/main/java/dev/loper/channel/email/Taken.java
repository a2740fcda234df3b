package dev.loper.channel.email;

import dev.loper.channel.Intake;
import dev.loper.message.Delivery;
import org.jspecify.annotations.Nullable;

/// What became of a mail that could be read.
sealed interface Taken {

    /// It is an entry.
    record Stored(Intake.Receipt receipt) implements Taken {}

    /// It is a note of somebody who works here.
    record Noted(Intake.Receipt receipt) implements Taken {}

    /// It told what became of a mail of ours.
    ///
    /// @param state none if it only said that the mail is late
    record Receipted(String messageId, @Nullable Delivery state) implements Taken {}

    /// It is what a colleague without a seat answers.
    ///
    /// @param mark of the question
    record Answered(String mark) implements Taken {}

    /// It is a copy of a mail we sent, and an entry already.
    record Own(String messageId) implements Taken {}
}
