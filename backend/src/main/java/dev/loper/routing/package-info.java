/// Where work waits and who gets it: queues, the rules that feed them, assignment, and who is there to take it.
///
/// [dev.loper.routing.KnownQueues] is the list of queues as every node knows it. New topics are put into one by
/// [dev.loper.routing.QueueRules]; who may see a queue is for [dev.loper.access.Access] to say, not for this package.
@NullMarked
package dev.loper.routing;

import org.jspecify.annotations.NullMarked;
