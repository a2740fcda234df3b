/// The email channel: IMAP IDLE in, SMTP out.
///
/// A mail is read within limits, its new words told from its history, its HTML sanitised, its sender believed as far as
/// DMARC allows, and marked \Seen only when it is stored. What breaks the reader is kept whole as a dead letter, bounces
/// become delivery receipts, machines are recognised and never answered.
@NullMarked
package dev.loper.channel.email;

import org.jspecify.annotations.NullMarked;
