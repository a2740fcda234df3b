package dev.loper.redis;

/// Names a text as it is kept, so that whoever replaces it can say which one they have read.
///
/// A script compares it by `redis.sha1hex`, and nothing has to be kept for it.
public final class KeptVersion {

    /// Of what is not there yet.
    public static final String NEW = "new";

    private KeptVersion() {}

    public static String of(String text) {
        return LuaScript.sha1(text);
    }
}
