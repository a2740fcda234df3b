package dev.loper.redis;

import java.io.Serial;

/// A Redis is alive on the files of this installation, and does not answer.
public final class SilentServerException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final long pid;

    SilentServerException(long pid, RedisFolder folder) {
        super("The Redis that works in " + folder + " (process " + pid + ") does not answer. A second one on the same"
                + " files would destroy them, so none was started.");
        this.pid = pid;
    }

    public long pid() {
        return pid;
    }
}
