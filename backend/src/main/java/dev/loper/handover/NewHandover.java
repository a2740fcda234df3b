package dev.loper.handover;

import dev.loper.message.AccountId;
import dev.loper.message.Author;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ChannelKind;
import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A handover that is about to be offered.
///
/// @param tokens  digests of what finds it
/// @param code    the keyed digest of its spoken code, if it has one
/// @param carried answers in chat that it carries on
/// @param telling when they read there what was said
record NewHandover(HandoverId id, How how, ChannelKind from, ChannelKind to, AccountId account,
        @Nullable ChannelAddress address, Author by, Instant offered, Instant expires, Language language, int number,
        List<String> tokens, @Nullable String code, Carried carried, Telling telling) {

    /// Answers nobody has received, all in one home thread.
    record Carried(@Nullable HomeId home, List<EntryId> answers) {

        static final Carried NOTHING = new Carried(null, List.of());
    }

    /// When a customer reads there what was said.
    enum Telling {
        AT_ONCE,
        /// Anybody could have typed the address.
        ONCE_PROVEN
    }

    String day() {
        return offered.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    Map<String, Object> facts() {
        Map<String, Object> kept = new LinkedHashMap<>(Map.of("how", how.wire(), "from", from.wire(), "to", to.wire(),
                "account", account.value(), "byName", by.name(), "byKind", by.kind().wire(), "offered",
                offered.toEpochMilli(), "expires", expires.toEpochMilli(), "language", language.tag(), "day", day()));
        kept.put("number", number);
        if (telling == Telling.ONCE_PROVEN) {
            kept.put("reserved", true);
        }
        put(kept, "by", by.id());
        put(kept, "address", address == null ? null : address.key());
        put(kept, "code", code);
        Map<String, Object> facts = new LinkedHashMap<>(Map.of("id", id.value(), "tokens", tokens, "record", kept));
        HomeId home = carried.home();
        if (home != null) {
            facts.put("carries", carried.answers().stream().map(EntryId::value).toList());
            facts.put("carriedHome", home.value());
        }
        return facts;
    }

    private static void put(Map<String, Object> facts, String name, @Nullable String value) {
        if (value != null) {
            facts.put(name, value);
        }
    }
}
