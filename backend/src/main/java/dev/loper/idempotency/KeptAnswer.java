package dev.loper.idempotency;

import org.jspecify.annotations.Nullable;

/// What a write was answered, as it is answered again.
///
/// @param type the content type; none where there is no body
/// @param body none where it was too large to be kept
@SuppressWarnings("ArrayRecordComponent")
record KeptAnswer(int status, @Nullable String type, byte @Nullable [] body) {

    /// Larger ones are not kept: the store is for facts, not for copies of them.
    static final int LARGEST = 256 * 1024;

    static KeptAnswer of(int status, @Nullable String type, byte[] body) {
        return new KeptAnswer(status, type, body.length > LARGEST ? null : body);
    }

    /// Only that it was done is known.
    boolean forgotten() {
        return body == null;
    }
}
