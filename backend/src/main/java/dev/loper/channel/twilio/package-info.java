/// What SMS and WhatsApp share because both come and go through Twilio: settings, signatures, webhooks, the client.
///
/// A webhook is read as a form, its signature is checked, and only then its channel's [TwilioInbound] sees it; answers
/// leave through [TwilioSender]. Which address means what is the channels' own business.
@NullMarked
package dev.loper.channel.twilio;

import org.jspecify.annotations.NullMarked;
