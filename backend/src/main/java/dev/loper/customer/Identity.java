package dev.loper.customer;

import dev.loper.message.AccountId;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ConversationId;
import dev.loper.message.CustomerId;
import dev.loper.message.HomeId;
import dev.loper.message.Level;
import dev.loper.message.TopicId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An address of a customer, with the level of its proof.
///
/// @param home     where the entries of this address are kept
/// @param level    how well it is proven
/// @param shared   used by several people: never merges anybody
/// @param seen     when a message last came from it
/// @param account  the account it last wrote to
/// @param channel  the channel it last wrote on
/// @param sees     topics its owner proved to be theirs: they may be read on this address as a whole
/// @param proof    what proves it beyond what its network says, if anything does
/// @param follows  of a visitor: homes of other customers that hold what was said on it, as well
/// @param shown    a number that became its customer's because whoever had a code or a text of theirs showed it, which anybody can:
///     it vouches for nothing else, and what is said on it is told on it alone (`docs/decisions/0039`)
/// @param heard    when a message last came from it to accounts it wrote to before
public record Identity(ChannelAddress address, CustomerId customer, ConversationId conversation, HomeId home,
        Level level, boolean shared, @Nullable Instant seen, @Nullable String account, @Nullable String channel,
        List<TopicId> sees, @Nullable Proof proof, List<HomeId> follows, boolean shown, Map<String, Instant> heard) {

    public Identity(ChannelAddress address, CustomerId customer, ConversationId conversation, HomeId home, Level level,
            boolean shared, @Nullable Instant seen, @Nullable String account, @Nullable String channel) {
        this(address, customer, conversation, home, level, shared, seen, account, channel, List.of(), null, List.of(),
                false, Map.of());
    }

    /// How an address was proven.
    ///
    /// @param how `same-number` (another channel's address of the same number), `code` (a one-time code), `site` (the
    ///     site's signed login), `handover`
    public record Proof(String how, Instant at) {}

    /// What makes the index tell apart an address somebody only typed from the same address vouched for by its
    /// network: a stranger who writes somebody's address into a mail must not land in their conversation.
    private static final String CLAIMED = "claimed/";

    /// The field of the identity index under which this address is known at this level.
    public static String field(ChannelAddress address, Level level) {
        return (level == Level.CLAIMED ? CLAIMED : "") + address.key();
    }

    /// The address in a field of the index.
    public static ChannelAddress addressOf(String field) {
        return ChannelAddress.ofKey(field.startsWith(CLAIMED) ? field.substring(CLAIMED.length()) : field);
    }

    /// The address in a field of the index, if it is one that somebody only typed.
    public static Optional<ChannelAddress> claimed(String field) {
        return field.startsWith(CLAIMED) ? Optional.of(addressOf(field)) : Optional.empty();
    }

    /// When a message last came from it to an account; null if none did.
    public @Nullable Instant seenOn(AccountId to) {
        return to.value().equals(account) ? seen : heard.get(to.value());
    }

    /// An id for the API: opaque, and the same for the same address.
    public String id() {
        return field(address, level);
    }

    /// The same address as another customer may be answered on it, in a home of theirs.
    Identity lentTo(CustomerId whom, ConversationId theirs, HomeId there) {
        return new Identity(address, whom, theirs, there, level, true, seen, account, channel, List.of(), null,
                List.of(), false, heard);
    }

    static Identity of(String field, Stored stored) {
        return new Identity(addressOf(field), new CustomerId(stored.customer()),
                new ConversationId(stored.conversation()), new HomeId(stored.home()), Level.of(stored.level()),
                Boolean.TRUE.equals(stored.shared()),
                stored.seen() == null ? null : Instant.ofEpochMilli(stored.seen()),
                stored.account(), stored.channel(),
                stored.sees() == null ? List.of() : stored.sees().stream().map(TopicId::new).toList(),
                stored.proof() == null || stored.provenAt() == null
                        ? null
                        : new Proof(stored.proof(), Instant.ofEpochMilli(stored.provenAt())),
                stored.follows() == null ? List.of() : stored.follows().stream().map(HomeId::new).toList(),
                Boolean.TRUE.equals(stored.shown()), stored.heard() == null ? Map.of() : times(stored.heard()));
    }

    private static Map<String, Instant> times(Map<String, Long> ms) {
        return ms.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey,
                at -> Instant.ofEpochMilli(at.getValue())));
    }

    /// An identity as it lies in the index; `append.lua` writes it.
    record Stored(String customer, String conversation, String home, String level, @Nullable Boolean shared,
            @Nullable Long seen, @Nullable String account, @Nullable String channel, @Nullable List<String> sees,
            @Nullable String proof, @Nullable Long provenAt, @Nullable List<String> follows, @Nullable Boolean shown,
            @Nullable Map<String, Long> heard) {}
}
