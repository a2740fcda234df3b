package dev.loper.channel.email;

import dev.loper.message.Attachment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a mail says and carries.
///
/// @param text  the new words
/// @param html  the new words, sanitised
/// @param quote the history and the signature
/// @param files the parts that are files or pictures
record MailContent(String text, @Nullable String html, @Nullable String quote, List<File> files) {

    /// A part to be kept, and where it stands.
    record File(MimePart part, Attachment.Place place) {}
}
