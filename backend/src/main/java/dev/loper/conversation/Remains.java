package dev.loper.conversation;

import dev.loper.redis.Removal;

/// Everybody who keeps something of customers says here what goes when one of them is erased. Whoever adds a key that holds
/// a customer's words, addresses or doings adds it to theirs.
public interface Remains {

    void of(Erased erased, Removal removal);
}
