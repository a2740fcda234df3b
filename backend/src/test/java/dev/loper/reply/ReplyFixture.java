package dev.loper.reply;

import dev.loper.conversation.ConversationFixture;
import dev.loper.customer.Customers;
import dev.loper.redis.RedisServer;

/// Parts of answering, for tests outside the package.
public final class ReplyFixture {

    private ReplyFixture() {}

    public static OutboundComposer composer(RedisServer.Fresh fresh, ConversationFixture talk) {
        return new OutboundComposer(talk.topics(), talk.conversations(), talk.timeline(),
                new Customers(fresh.store(), fresh.keys()));
    }
}
