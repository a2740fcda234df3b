package dev.loper.channel.email;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a mail says and carries.
///
/// @param text  the new words
/// @param html  the new words, sanitised
/// @param quote the history and the signature
/// @param files the parts that are files or pictures
record MailContent(String text, @Nullable String html, @Nullable String quote, List<MimePart> files) {}
