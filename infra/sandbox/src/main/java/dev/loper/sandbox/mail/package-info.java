/// Everybody's mail: a real SMTP and IMAP server on this machine, and the mailboxes in it.
/// The product talks to it over sockets only; tests and the page also through `/api/mails` and `/api/mailboxes`.
/// Imports nothing but `live` and the settings.
@NullMarked
package dev.loper.sandbox.mail;

import org.jspecify.annotations.NullMarked;
