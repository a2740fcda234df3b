/// Text messages, through Twilio.
///
/// In: a signed webhook becomes a message of the phone number that sent it. Out: the Twilio API; receipts come back as
/// webhooks. Numbers are kept in E.164 form, so that one person's number is one identity however it is written.
@NullMarked
package dev.loper.channel.sms;

import org.jspecify.annotations.NullMarked;
