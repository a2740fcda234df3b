package dev.loper.handover;

import dev.loper.channel.IntakeUnavailableException;
import dev.loper.channel.SpokenCodes;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelAddress;
import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import dev.loper.redis.StoreUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Hears the codes that callers key in.
///
/// Three limits stand between a code and somebody who guesses: of a call, of an account within minutes, and of an account within
/// a day; a right code costs none of them. What they come to stands in `docs/handover.md`.
@Component
class RedisSpokenCodes implements SpokenCodes {

    private static final LuaScript CODE = LuaScript.load("handover-code");
    private static final Duration REMEMBERED = Duration.ofDays(1);
    private static final Pattern NUMBER = Pattern.compile("\\+[1-9]\\d{5,14}");
    private static final String SIX = "[0-9]{6}";

    private final RedisStore store;
    private final RedisKeys keys;
    private final RedisCodeTries tries;
    private final HandoverProofs proofs;
    private final RedisHandovers handovers;
    private final Arrivals arrivals;
    private final HandoverProperties settings;

    RedisSpokenCodes(RedisStore store, RedisKeys keys, RedisCodeTries tries, HandoverProofs proofs,
            RedisHandovers handovers, Arrivals arrivals, HandoverProperties settings) {
        this.store = store;
        this.keys = keys;
        this.tries = tries;
        this.proofs = proofs;
        this.handovers = handovers;
        this.arrivals = arrivals;
        this.settings = settings;
    }

    @Override
    public Heard tell(AccountId account, String call, ChannelAddress caller, String digits) {
        try {
            return heard(account, call, caller, digits.replaceAll("[^0-9]", ""));
        } catch (StoreUnavailableException e) {
            throw new IntakeUnavailableException("The store is away.", e);
        }
    }

    private Heard heard(AccountId account, String call, ChannelAddress caller, String digits) {
        if (!tries.take(account)) {
            return new Heard.Exhausted();
        }
        List<Object> reply = store.run(CODE,
                List.of(keys.of(Family.HANDOVER_CODES), keys.handoverTries(account + ":" + call)),
                List.of(proofs.digestOfCode(digits), String.valueOf(settings.code().triesPerCall()),
                        String.valueOf(REMEMBERED.toSeconds())));
        return switch (String.valueOf(reply.getFirst())) {
            case "right" -> right(account, caller, digits, new HandoverId((String) reply.get(1)));
            case "wrong" -> new Heard.Wrong(((Long) reply.get(1)).intValue());
            default -> new Heard.Exhausted();
        };
    }

    private Heard right(AccountId account, ChannelAddress caller, String digits, HandoverId id) {
        Optional<Heard> known = handovers.find(id).filter(handover -> handover.how() == How.CODE).map(
                handover -> arrivals.arrive(handover, address(caller), digits)).flatMap(RedisSpokenCodes::known);
        if (known.isPresent() && digits.matches(SIX)) {
            tries.giveBack(account);
            return known.get();
        }
        // It closed between being found and being taken.
        return new Heard.Wrong(1);
    }

    private static Optional<Heard> known(Arrival arrival) {
        return switch (arrival) {
            case Arrival.There(Handover handover, Place place) -> Optional.of(new Heard.Known(place.customer().id(),
                    place.conversation().id(), place.topic().id(), handover.language()));
            case Arrival.Closed closed -> Optional.empty();
            case Arrival.Gone gone -> Optional.empty();
        };
    }

    /// A number that nobody gave is nobody's address.
    private static @Nullable ChannelAddress address(ChannelAddress caller) {
        return caller instanceof ChannelAddress.Phone phone && NUMBER.matcher(phone.value()).matches() ? phone : null;
    }
}
