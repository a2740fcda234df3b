package dev.loper.sandbox.mail;

/// The two folders of a mailbox the page shows; IMAP knows them as `INBOX` and `Sent`.
enum Folder {
    INBOX,
    SENT;
}
