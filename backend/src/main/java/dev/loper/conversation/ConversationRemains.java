package dev.loper.conversation;

import dev.loper.message.AccountId;
import dev.loper.redis.Removal;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.util.Set;
import org.springframework.stereotype.Component;

/// The thread itself: bodies, states, topics, rows, what waits to be sent, files. The ids by which providers' repeats are
/// recognised stay until they lapse, so that an erased message does not come again; they say nothing.
@Component
class ConversationRemains implements Remains {

    private final RedisStore store;
    private final RedisKeys keys;

    ConversationRemains(RedisStore store, RedisKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    @Override
    public void of(Erased erased, Removal removal) {
        removal.key(keys.conversation(erased.conversation().id()));
        removal.key(keys.conversationTopics(erased.conversation().id()));
        Set<String> accounts = store.with(redis -> redis.smembers(keys.of(Family.OUTBOUND_ACCOUNTS)));
        erased.conversation().homes().forEach(home -> {
            removal.key(keys.thread(home));
            removal.key(keys.lanes(home));
            removal.key(keys.entries(home));
            removal.key(keys.states(home));
            accounts.forEach(account -> {
                removal.key(keys.outboundLane(new AccountId(account), home));
                removal.member(keys.outbound(new AccountId(account)), home.value());
            });
        });
        erased.topics().forEach(topic -> {
            removal.field(keys.of(Family.TOPICS), topic.id().value());
            topic.views().forEach(view -> removal.member(keys.of(Family.VIEWS),
                    view + "|" + topic.order() + "|" + topic.id().value()));
            removal.timersOf(topic.id().value());
        });
        erased.entries().forEach(entry -> {
            removal.timersOf(entry.id().value());
            removal.field(keys.of(Family.CALLS), entry.id().value());
            entry.attachments().forEach(file -> removal.blob(file.id()));
        });
    }
}
