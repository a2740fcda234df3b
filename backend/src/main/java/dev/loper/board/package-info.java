/// The supervisors' board: how every queue stands at this moment, who has how much, and what is about to be late.
///
/// It keeps nothing of its own. [dev.loper.board.Boards] reads what others keep (views, loads, promises, the flow of waits),
/// each in one trip for all queues and all people, and only heads and counts of it, however much waits.
@NullMarked
package dev.loper.board;

import org.jspecify.annotations.NullMarked;
