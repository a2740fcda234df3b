/// The web chat: a WebSocket per open chat window, uploads, and the answers that follow the store.
///
/// A visitor is a browser with a signed token, nothing more: it sees the messages exchanged with it on this account and
/// no other entry of the customer it may belong to. A message is acknowledged once it is durable; answers reach the
/// browser by reading the thread again, so that nothing is lost however often a window reconnects.
@NullMarked
package dev.loper.channel.webchat;

import org.jspecify.annotations.NullMarked;
