/// What an agent answers: the checks before a send, and the durable outbound queue.
///
/// An answer and its job are written in one step. Of one conversation on one account, answers leave one after the
/// other; accounts never wait for each other. An attempt is marked before it begins, so that one nobody saw end is
/// settled, never repeated blindly.
@NullMarked
package dev.loper.reply;

import org.jspecify.annotations.NullMarked;
