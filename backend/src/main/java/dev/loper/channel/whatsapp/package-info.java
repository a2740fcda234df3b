/// WhatsApp, through Twilio.
///
/// In: a signed webhook becomes a message of a WhatsApp number or business-scoped user id. Out: the Twilio API, free
/// text only within 24 hours of the customer's last message. Numbers are kept in one canonical form and sent to in the
/// form the network uses, see [dev.loper.channel.whatsapp.WhatsAppNumbers].
@NullMarked
package dev.loper.channel.whatsapp;

import org.jspecify.annotations.NullMarked;
