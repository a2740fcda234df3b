/// Phone calls as the rest of Loper sees them: one entry a call, whose phone rings, and whom to call back.
///
/// [dev.loper.call.RedisCalls] is where the channel tells how a call goes; each step is one script, so that it may come twice
/// or late. Who may be rung is for [dev.loper.routing.Ringing] to say, and who may see a call for [dev.loper.access.Access].
@NullMarked
package dev.loper.call;

import org.jspecify.annotations.NullMarked;
