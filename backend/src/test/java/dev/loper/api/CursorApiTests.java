package dev.loper.api;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A cursor that no list ever gave is refused wherever one is taken, and never read as the first page.
class CursorApiTests extends ApiCase {

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "-1", "0", "a%7C", "%F0%9F%A6%86", "a0000000000000%7C..%2F"})
    void anInventedCursorIsRefused(String cursor) {
        for (String path : List.of("/api/v1/inbox", "/api/v1/dead-letters", "/api/v1/audit", "/api/v1/promises")) {
            refused(noor().get(path + "?cursor=" + cursor), 400, "unknown-cursor", "cursor");
        }
        refused(noor().get(text().at("/entries?before=" + cursor)), 400, "unknown-cursor", "before");
    }
}
