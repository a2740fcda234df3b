package dev.loper.channel.email;

import org.jspecify.annotations.Nullable;

/// A text split into what is new and what came along.
///
/// @param fresh the new words
/// @param quote the history and the signature, none if there is none
record Words(String fresh, @Nullable String quote) {

    static Words of(String fresh, String quote) {
        return new Words(fresh.strip(), quote.isBlank() ? null : quote.strip());
    }
}
