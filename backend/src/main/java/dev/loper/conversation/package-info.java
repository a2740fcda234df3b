/// One conversation per customer: its topics, its entries, and the views that list them.
///
/// Writing is one atomic Lua function each (`append`, `add`, `topic`, `move`); reading costs what the page costs. The
/// timeline merges the home threads of a conversation, and nobody outside knows where bodies are.
@NullMarked
package dev.loper.conversation;

import org.jspecify.annotations.NullMarked;
