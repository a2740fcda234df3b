/// Phone calls, through Twilio.
///
/// In: a signed webhook for every step of a call, answered with what Twilio is to do next; the call itself goes to the
/// [dev.loper.channel.Intake] like a message, and what becomes of it to [dev.loper.channel.Calls]. Out: nothing can be
/// written on it. A number may be spoofed, so it says who seems to call and opens nothing.
@NullMarked
package dev.loper.channel.voice;

import org.jspecify.annotations.NullMarked;
