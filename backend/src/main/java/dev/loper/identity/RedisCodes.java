package dev.loper.identity;

import dev.loper.message.ChannelAddress;
import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisStore;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// One-time codes of visitors, each for ten minutes and five tries.
///
/// An address gets three codes an hour, whoever asks. So whoever guesses has 15 tries of a million an hour at an address
/// they have in mind: in a day they hit with a chance of 1 in 2,800, with three mails an hour in the owner's mailbox, or three
/// texts on their phone. Texts cost us: of those go [#TEXTS] an hour, to whomever.
@Component
class RedisCodes {

    static final int TRIES = 5;
    static final int PER_ADDRESS = 3;
    static final int TEXTS = 60;
    private static final String ALL_TEXTS = "all-texts";
    private static final int NO_LIMIT = Integer.MAX_VALUE;
    private static final int LIFE_SECONDS = 600;
    private static final int WINDOW_SECONDS = 3600;
    private static final LuaScript KEEP = LuaScript.load("code-keep");
    private static final LuaScript REDEEM = LuaScript.load("code-redeem");

    private final RedisStore store;
    private final RedisKeys keys;

    RedisCodes(RedisStore store, RedisKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    /// @return whether it may be sent; false if the address got enough of them, or all numbers together
    boolean keep(ChannelAddress.Visitor visitor, ChannelAddress address, String code) {
        return "kept".equals(store.run(KEEP,
                List.of(keys.code(visitor.value()), keys.codesSent(digest(address.key())), keys.codesSent(ALL_TEXTS)),
                List.of(digest(visitor.value(), code), address.key(), Integer.toString(TRIES),
                        Integer.toString(LIFE_SECONDS), Integer.toString(PER_ADDRESS),
                        Integer.toString(WINDOW_SECONDS),
                        Integer.toString(address instanceof ChannelAddress.Phone ? TEXTS : NO_LIMIT))).getFirst());
    }

    /// The address a right code was sent to. It is used up, and by the last wrong one as well.
    Optional<ChannelAddress> redeem(ChannelAddress.Visitor visitor, String code) {
        List<Object> reply = store.run(REDEEM, List.of(keys.code(visitor.value())),
                List.of(digest(visitor.value(), code)));
        return "right".equals(reply.getFirst())
                ? Optional.of(ChannelAddress.ofKey((String) reply.get(1)))
                : Optional.empty();
    }

    private static String digest(String... parts) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(
                    String.join("\0", parts).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no SHA-256.", e);
        }
    }
}
