package dev.loper.imports;

import dev.loper.access.People;
import dev.loper.channel.ChannelAccount;
import dev.loper.conversation.Imported;
import dev.loper.conversation.Imported.Direction;
import dev.loper.conversation.Imported.Leaves;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ChannelKind;
import dev.loper.reply.Channels;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads a message of an import, and says of each fault what to change.
@Component
class ImportReader {

    private static final int MAX_TEXT = 200_000;
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Pattern ID = Pattern.compile("[^\\p{Cc}|]{1,200}");
    private static final Pattern MAIL = Pattern.compile("[^\\s\\p{Cc}@]{1,64}@[^\\s\\p{Cc}@]{1,250}");
    private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{6,14}");

    private final Channels channels;
    private final People people;
    private final Clock clock;

    ImportReader(Channels channels, People people, Clock clock) {
        this.channels = channels;
        this.people = people;
        this.clock = clock;
    }

    /// @throws ImportRefusedException if it cannot be imported as it is
    Imported read(String source, NewImport given) {
        ChannelKind channel = channel(given);
        NewImport.ImportedCustomer whose = given.customer();
        if (whose == null) {
            throw new ImportRefusedException("customer", "Say whose message it is.");
        }
        Direction direction = one(Direction.class, "direction", required("direction", given.direction()));
        Leaves leaves = given.leaves() == null ? Leaves.RESOLVED : one(Leaves.class, "leaves", given.leaves());
        return new Imported(source, id("id", required("id", given.id())),
                given.thread() == null ? "" : id("thread", given.thread()), at(given.at()), direction, leaves, channel,
                account(given.account(), channel), customer(channel, whose), orEmpty(whose.name()), whose.language(),
                agent(direction, given), orEmpty(given.to()), orEmpty(given.cc()), given.subject(), text(given),
                given.messageId());
    }

    private static ChannelKind channel(NewImport given) {
        try {
            return ChannelKind.of(required("channel", given.channel()));
        } catch (IllegalArgumentException e) {
            throw new ImportRefusedException("channel", String.valueOf(e.getMessage()));
        }
    }

    private @Nullable AccountId account(@Nullable String wanted, ChannelKind channel) {
        if (wanted == null) {
            return null;
        }
        ChannelAccount account = channels.account(new AccountId(wanted)).orElseThrow(
                () -> new ImportRefusedException("account", "There is no account “" + wanted
                        + "” here. Leave it out if its channel is not connected."));
        if (account.channel() != channel) {
            throw new ImportRefusedException("account", "The account “" + wanted + "” is one of another channel.");
        }
        return account.id();
    }

    private ChannelAddress customer(ChannelKind channel, NewImport.ImportedCustomer whose) {
        String kind = whose.kind() == null ? kindOf(channel) : whose.kind();
        String address = required("customer.address", whose.address()).strip();
        boolean mail = kind.equals("email");
        String normal = mail ? address.toLowerCase(Locale.ROOT) : address;
        if (mail && !MAIL.matcher(normal).matches()) {
            throw new ImportRefusedException("customer.address", "“" + address + "” is not a mail address.");
        }
        if (List.of("phone", "whatsapp").contains(kind) && !NUMBER.matcher(normal).matches()) {
            throw new ImportRefusedException("customer.address",
                    "“" + address + "” is not a number in international form, such as +31612345678.");
        }
        ChannelAddress made = address(kind, normal);
        if (channels.ours(normal) || people.at(made).isPresent()) {
            throw new ImportRefusedException("customer.address",
                    "“" + normal + "” is an address of our own; our own addresses are no customers.");
        }
        return made;
    }

    private static ChannelAddress address(String kind, String normal) {
        try {
            return ChannelAddress.of(kind, normal);
        } catch (IllegalArgumentException e) {
            throw new ImportRefusedException("customer.kind", String.valueOf(e.getMessage()));
        }
    }

    /// The kind of address a channel has of its own; a chat has none that anybody would know again.
    private String kindOf(ChannelKind channel) {
        return switch (channel) {
            case EMAIL -> "email";
            case SMS, VOICE -> "phone";
            case WHATSAPP -> "whatsapp";
            case CHAT, MESSENGER, INSTAGRAM, TELEGRAM, CUSTOM -> channels.port(channel).filter(
                    port -> channel != ChannelKind.CHAT).map(port -> port.capabilities().identityKind()).orElseThrow(
                            () -> new ImportRefusedException("customer.kind",
                                    "Say what kind of address it is: email, phone or whatsapp."));
        };
    }

    private Instant at(@Nullable Instant at) {
        if (at == null) {
            throw new ImportRefusedException("at", "Say when it was sent.");
        }
        if (at.isBefore(EARLIEST) || at.isAfter(clock.instant())) {
            throw new ImportRefusedException("at", "It was sent in the future, or before 1990. Check its time.");
        }
        return at;
    }

    private static String agent(Direction direction, NewImport given) {
        return direction == Direction.OUT ? required("agent", given.agent()).strip() : orEmpty(given.agent());
    }

    private static String text(NewImport given) {
        String text = required("text", given.text());
        if (text.length() > MAX_TEXT) {
            throw new ImportRefusedException("text", "It has more than " + MAX_TEXT + " characters. Shorten it.");
        }
        return text;
    }

    private static String id(String field, String value) {
        if (!ID.matcher(value).matches()) {
            throw new ImportRefusedException(field, "An id has up to 200 characters, and no “|” among them.");
        }
        return value;
    }

    private static <E extends Enum<E>> E one(Class<E> type, String field, String wire) {
        return Optional.of(wire).flatMap(wanted -> Arrays.stream(type.getEnumConstants()).filter(
                constant -> constant.name().equalsIgnoreCase(wanted)).findFirst()).orElseThrow(
                        () -> new ImportRefusedException(field, "It is one of "
                                + Arrays.stream(type.getEnumConstants()).map(
                                        constant -> constant.name().toLowerCase(Locale.ROOT)).collect(
                                                Collectors.joining(", "))
                                + "."));
    }

    private static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new ImportRefusedException(field, "It is missing.");
        }
        return value;
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private static List<String> orEmpty(@Nullable List<String> list) {
        return list == null ? List.of() : list;
    }
}
