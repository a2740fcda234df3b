package dev.loper.idempotency;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// What a write was answered, as it is answered again.
///
/// @param type the content type; none where there is no body
/// @param body none where it is not kept: it was too large, or somebody was erased since
@SuppressWarnings("ArrayRecordComponent")
record KeptAnswer(int status, @Nullable String type, byte @Nullable [] body) {

    /// Larger ones are not kept: the store is for facts, not for copies of them.
    static final int LARGEST = 256 * 1024;

    /// Nothing but that it was done.
    static final KeptAnswer DONE = new KeptAnswer(HttpStatus.NO_CONTENT.value(), null, null);

    static KeptAnswer of(int status, @Nullable String type, byte[] body) {
        return new KeptAnswer(status, type, body.length > LARGEST ? null : body);
    }

    /// Only that it was done is known.
    boolean forgotten() {
        return body == null;
    }
}
