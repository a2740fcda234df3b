package dev.loper.message;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/// A kind of medium a customer can write on.
public enum ChannelKind {

    EMAIL,
    CHAT,
    SMS,
    WHATSAPP,
    VOICE,
    MESSENGER,
    INSTAGRAM,
    TELEGRAM,
    CUSTOM;

    /// The name used on the wire and in the store: lower case.
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Within what a provider's message ids are unique: an account; for mail all mailboxes together, because one mail
    /// that reached two of them is one message.
    public AccountId scope(AccountId account) {
        return this == EMAIL ? new AccountId("email") : account;
    }

    /// Reads the wire name.
    ///
    /// @throws IllegalArgumentException if there is no such channel
    public static ChannelKind of(String wire) {
        return Arrays.stream(values()).filter(kind -> kind.wire().equals(wire)).findFirst().orElseThrow(
                () -> new IllegalArgumentException("There is no channel called “" + wire + "”."));
    }
}
