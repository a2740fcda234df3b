package dev.loper.channel.email;

import dev.loper.message.AccountId;

/// Lets one node at a time read a mailbox.
interface MailboxLease {

    /// For a single node: always held.
    MailboxLease ALWAYS = account -> true;

    /// Takes or renews the lease. Asked before every wait for mail and before every mail; a wait lasts up to a minute, and half of a
    /// lease, which is what is left of it at least, must outlast it.
    ///
    /// @return whether this node may read the mailbox now; asked again after some seconds if not
    boolean hold(AccountId account);
}
