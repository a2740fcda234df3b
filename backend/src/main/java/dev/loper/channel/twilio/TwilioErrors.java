package dev.loper.channel.twilio;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Twilio's error codes as sentences that say what happened and what to do.
///
/// See https://www.twilio.com/docs/api/errors
final class TwilioErrors {

    private static final Map<Integer, String> SENTENCES = Map.ofEntries(
            Map.entry(20003, "Twilio refused our sign-in: an administrator must check the account SID and auth token."),
            Map.entry(20404, "Twilio does not know this account: an administrator must check the account SID."),
            Map.entry(21211, "This is not a number Twilio can reach: check it, or choose another channel."),
            Map.entry(21408,
                    "Messages to this country are switched off at Twilio: an administrator can allow it there."),
            Map.entry(21606, "Our number cannot send this message: an administrator must check the sender at Twilio."),
            Map.entry(21608,
                    "Our Twilio account is a trial, which reaches only verified numbers: an administrator must upgrade it."),
            Map.entry(21610,
                    "The customer sent STOP and gets no more messages from this number: use another channel, or ask for START."),
            Map.entry(21612, "Our number cannot reach this number: choose another channel."),
            Map.entry(21614, "This number cannot receive text messages: choose another channel."),
            Map.entry(21617, "The message is longer than Twilio takes (1,600 characters): shorten it."),
            Map.entry(21619, "The message is empty: write something, or add a file."),
            Map.entry(21620,
                    "Twilio could not use the address of the file: an administrator must check Loper's public URL."),
            Map.entry(21623, "A message takes at most ten files: send the others in messages of their own."),
            Map.entry(30001, "Too many messages were waiting at Twilio: try again in a few minutes."),
            Map.entry(30002, "Our Twilio account is suspended: an administrator must contact Twilio."),
            Map.entry(30003, "The phone is off or out of reach: try again later, or choose another channel."),
            Map.entry(30004, "The customer's phone or provider blocks messages from us: choose another channel."),
            Map.entry(30005, "This number does not exist or is no longer in use: check it, or choose another channel."),
            Map.entry(30006, "This is a landline, or its provider takes no text messages: choose another channel."),
            Map.entry(30007,
                    "The provider held the message for spam: rewrite it without links, or choose another channel."),
            Map.entry(30008, "The provider did not say why it failed: try again, or choose another channel."),
            Map.entry(30019, "The files are larger than the provider takes: send smaller ones or a link."),
            Map.entry(30034,
                    "Our number is not registered with the carriers of this country: an administrator must register it at Twilio."),
            Map.entry(11200,
                    "Twilio could not fetch the file from us: an administrator must check Loper's public URL."),
            Map.entry(11751, "The file is larger than the provider takes (5 MB): send a smaller one or a link."),
            Map.entry(12300, "This kind of file cannot be sent here: send another format or a link."),
            Map.entry(63001, "WhatsApp refused our sender: an administrator must check it at Twilio."),
            Map.entry(63003, "This number is not on WhatsApp: choose another channel."),
            Map.entry(63005, "WhatsApp did not accept the content: change it, or choose another channel."),
            Map.entry(63007, "Our WhatsApp sender is not set up at Twilio: an administrator must check the number."),
            Map.entry(63013, "The message breaks WhatsApp's rules: rewrite it, or choose another channel."),
            Map.entry(63016,
                    "The customer last wrote more than 24 hours ago, so WhatsApp takes no free text: use a template or another channel."),
            Map.entry(63018, "We send more than WhatsApp allows now: try again in a few minutes."),
            Map.entry(63019, "WhatsApp could not fetch the file: send it again, or send another format."),
            Map.entry(63021,
                    "WhatsApp does not take this kind of file, or it is larger than 16 MB: send another one or a link."),
            Map.entry(63024,
                    "WhatsApp cannot deliver to this number: it may not be on WhatsApp, or has an old version. Choose another channel."),
            Map.entry(63032, "WhatsApp does not deliver to this customer now: choose another channel."),
            Map.entry(63049,
                    "WhatsApp chose not to deliver this to protect the customer from too many messages: choose another channel."));

    private TwilioErrors() {}

    /// @param code none or 0 if Twilio gave none
    static String sentence(@Nullable Integer code) {
        if (code == null || code == 0) {
            return "Twilio could not deliver it and did not say why: try again, or choose another channel.";
        }
        return SENTENCES.getOrDefault(code, "Twilio could not deliver it (error " + code
                + "): try again, or choose another channel.");
    }
}
