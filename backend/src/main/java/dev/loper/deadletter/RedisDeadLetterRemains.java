package dev.loper.deadletter;

import dev.loper.conversation.Erased;
import dev.loper.conversation.Remains;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import dev.loper.redis.Removal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// Messages of theirs that could not be taken in: those that name one of their addresses.
@Component
class RedisDeadLetterRemains implements Remains {

    private static final int LOOKED_AT = 1 << 20;

    private final RedisStore store;
    private final RedisKeys keys;
    private final RedisDeadLetters letters;

    RedisDeadLetterRemains(RedisStore store, RedisKeys keys, RedisDeadLetters letters) {
        this.store = store;
        this.keys = keys;
        this.letters = letters;
    }

    @Override
    public void of(Erased erased, Removal removal) {
        List<String> addresses = erased.customer().identities().stream().map(
                identity -> identity.address().value().toLowerCase(Locale.ROOT)).toList();
        store.with(redis -> redis.zrange(keys.of(Family.DEAD_LETTERS), 0, -1)).stream().flatMap(
                id -> letters.find(id).stream()).filter(letter -> names(letter, addresses)).forEach(letter -> {
                    removal.key(keys.deadLetter(letter.id()));
                    removal.member(keys.of(Family.DEAD_LETTERS), letter.id());
                    removal.blob(letter.blob());
                });
    }

    /// A form of a webhook writes “+” as “%2B”.
    private boolean names(DeadLetter letter, List<String> addresses) {
        String words = (letter.headers() + new String(letters.beginning(letter, LOOKED_AT),
                StandardCharsets.UTF_8)).toLowerCase(Locale.ROOT).replace("%2b", "+").replace("%40", "@");
        return addresses.stream().anyMatch(words::contains);
    }
}
