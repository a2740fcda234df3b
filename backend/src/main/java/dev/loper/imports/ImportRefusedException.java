package dev.loper.imports;

import java.io.Serial;

/// A message that cannot be imported as it is; the message says what to change.
final class ImportRefusedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String field;

    ImportRefusedException(String field, String message) {
        super(message);
        this.field = field;
    }

    String field() {
        return field;
    }
}
