package dev.loper.reply;

import dev.loper.message.PromiseId;

/// Somebody took back an answer that said something of a promise, and with it what it said.
public record AnswerWithdrawn(PromiseId promise) {}
