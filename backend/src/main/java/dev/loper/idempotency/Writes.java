package dev.loper.idempotency;

import java.util.Locale;
import java.util.Set;

/// Which requests may carry a key: every write of the agent API, except coming in and going out, which are about the
/// session of the moment and are never answered from memory, and looks at drafts, which write nothing and of which nothing
/// is kept.
final class Writes {

    private static final String API = "/api/v1/";
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> DOORS = Set.of("/api/v1/session", "/api/v1/invitation", "/api/v1/setup");

    private static final String LOOK = "/draft-checks";

    private Writes() {}

    static boolean keyed(String method, String path) {
        return path.startsWith(API) && CHANGING.contains(method.toUpperCase(Locale.ROOT)) && !DOORS.contains(path)
                && !path.endsWith(LOOK);
    }
}
