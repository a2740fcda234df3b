package dev.loper.message;

/// An address on a channel, normalised: two spellings of one address are equal.
///
/// SMS and phone share a number; WhatsApp has its own kind, because a WhatsApp number and a phone number of the same
/// digits are vouched for by different parties.
public sealed interface ChannelAddress {

    /// The kind of identity this address is, as in `phone:+31612345678`.
    String kind();

    /// The normalised address, as shown to people.
    String value();

    /// The address as one string, `kind:value`: the key of the identity index.
    default String key() {
        return kind() + ":" + value();
    }

    /// Reads what [#key()] wrote.
    ///
    /// @throws IllegalArgumentException if the kind is unknown
    static ChannelAddress ofKey(String key) {
        int colon = key.indexOf(':');
        return of(key.substring(0, colon), key.substring(colon + 1));
    }

    /// An already normalised address of a kind.
    ///
    /// @throws IllegalArgumentException if the kind is unknown
    static ChannelAddress of(String kind, String value) {
        return switch (kind) {
            case Email.KIND -> new Email(value);
            case Phone.KIND -> new Phone(value);
            case WhatsApp.KIND -> new WhatsApp(value);
            case Visitor.KIND -> new Visitor(value);
            default -> throw new IllegalArgumentException("There is no identity of the kind “" + kind + "”.");
        };
    }

    /// A mail address, lower case, without a display name.
    record Email(String value) implements ChannelAddress {
        static final String KIND = "email";

        @Override
        public String kind() {
            return KIND;
        }
    }

    /// A telephone number in E.164 form, for SMS and calls.
    record Phone(String value) implements ChannelAddress {
        static final String KIND = "phone";

        @Override
        public String kind() {
            return KIND;
        }
    }

    /// A WhatsApp user: a number in E.164 form, or a business-scoped user id.
    record WhatsApp(String value) implements ChannelAddress {
        static final String KIND = "whatsapp";

        @Override
        public String kind() {
            return KIND;
        }
    }

    /// A browser that opened the chat, known by the id in its signed token.
    record Visitor(String value) implements ChannelAddress {
        static final String KIND = "visitor";

        @Override
        public String kind() {
            return KIND;
        }
    }
}
