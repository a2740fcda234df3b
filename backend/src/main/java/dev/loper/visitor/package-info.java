/// What the chat needs of the store: a visitor's own thread, what they said of themselves, and the news for them.
///
/// The chat channel defines these ports and knows no store; this package gives them.
@NullMarked
package dev.loper.visitor;

import org.jspecify.annotations.NullMarked;
