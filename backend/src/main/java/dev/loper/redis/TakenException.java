package dev.loper.redis;

import java.io.Serial;
import java.nio.file.Path;

/// Another process works with this data folder.
public final class TakenException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    TakenException(Path folder) {
        super("Another Loper works with the data folder " + folder.toAbsolutePath().normalize() + ".");
    }
}
