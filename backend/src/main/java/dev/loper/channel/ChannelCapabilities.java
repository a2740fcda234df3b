package dev.loper.channel;

import dev.loper.message.Delivery;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a channel can do; the composer and the checks before a send follow this, not the channel's name.
///
/// @param identityKind       the kind of identity it answers to, as in [dev.loper.message.ChannelAddress#kind()]
/// @param maxLength          characters in one message, none if unlimited
/// @param maxAttachmentBytes bytes of all attachments together; 0 if it takes none
/// @param maxAttachments     files in one message
/// @param html               whether it shows formatted text
/// @param subject            whether a message has a subject
/// @param replyWindow        how long after the customer's last message free text may be sent (WhatsApp: 24 hours)
/// @param businessMayStart   whether we may write first
/// @param receipts           the states its receipts can report
/// @param letters            whether a message is a letter: to several people at once, openly, with its history quoted
/// @param spoken             whether what is said there is spoken: nothing can be written, and nobody is answered in text
public record ChannelCapabilities(String identityKind, @Nullable Integer maxLength, long maxAttachmentBytes,
        int maxAttachments, boolean html, boolean subject, @Nullable Duration replyWindow, boolean businessMayStart,
        Set<Delivery> receipts, boolean letters, boolean spoken) {

    /// Whether one message carries so much; what is spoken carries nothing that is written.
    ///
    /// @param length characters
    /// @param bytes  of all files together
    public boolean carries(int length, int files, long bytes) {
        return !spoken && (maxLength == null || length <= maxLength)
                && (files <= 0 || maxAttachmentBytes > 0 && bytes <= maxAttachmentBytes
                        && (maxAttachments == 0 || files <= maxAttachments));
    }

    /// What a channel can do that reaches one person at a time.
    public ChannelCapabilities(String identityKind, @Nullable Integer maxLength, long maxAttachmentBytes,
            int maxAttachments, boolean html, boolean subject, @Nullable Duration replyWindow, boolean businessMayStart,
            Set<Delivery> receipts) {
        this(identityKind, maxLength, maxAttachmentBytes, maxAttachments, html, subject, replyWindow, businessMayStart,
                receipts,
                false);
    }

    /// What a channel can do on which people write.
    public ChannelCapabilities(String identityKind, @Nullable Integer maxLength, long maxAttachmentBytes,
            int maxAttachments, boolean html, boolean subject, @Nullable Duration replyWindow, boolean businessMayStart,
            Set<Delivery> receipts,
            boolean letters) {
        this(identityKind, maxLength, maxAttachmentBytes, maxAttachments, html, subject, replyWindow, businessMayStart,
                receipts,
                letters,
                false);
    }

    /// What a channel can do on which people speak.
    public static ChannelCapabilities spoken(String identityKind) {
        return new ChannelCapabilities(identityKind, null, 0, 0, false, false, null, true, Set.of(), false, true);
    }
}
