package dev.loper.channel.webchat;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What must hold of the words in a frame.
final class Check {

    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern ENTRY = Pattern.compile("[\\w.:-]{1,64}");

    private Check() {}

    static void clientId(@Nullable String id) {
        check(id != null && UUID.matcher(id).matches(), "id");
    }

    static void entryId(@Nullable String entry) {
        check(entry != null && ENTRY.matcher(entry).matches(), "entry id");
    }

    static void present(String what, @Nullable Object value) {
        check(value != null, what);
    }

    private static void check(boolean fits, String what) {
        if (!fits) {
            throw new BadFrameException("The frame's " + what + " is missing or malformed.");
        }
    }
}
