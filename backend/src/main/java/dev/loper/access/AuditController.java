package dev.loper.access;

import dev.loper.web.PageCursor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The audit, for administrators, newest first.
@RestController
@Tag(name = "Audit")
@RequestMapping("/api/v1/audit")
@AccessRule(Who.ADMINISTRATORS)
class AuditController {

    private static final int PAGE = 50;
    private static final Pattern CURSOR = Pattern.compile("\\d{1,15}-\\d{1,15}");
    private static final Pattern WORDS = Pattern.compile("[ ,]+");
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z_-]{8,64}");

    private final Audit audit;
    private final ObjectProvider<Named> named;

    AuditController(Audit audit, ObjectProvider<Named> named) {
        this.audit = audit;
        this.named = named;
    }

    /// Some records, newest first.
    ///
    /// @param names what the ids in them belong to is called now, as far as it has a name and is still there
    /// @param next  the cursor of those before; null at the end
    @Schema(name = "AuditPage")
    record Records(List<Audit.Entry> items, Map<String, String> names, @Nullable String next) {}

    @GetMapping
    @Operation(summary = "Lists what people did, newest first.")
    Records page(@RequestParam(required = false) @Nullable String cursor) {
        Audit.Page page = audit.page(cursor == null ? null : PageCursor.check("cursor", cursor, CURSOR), PAGE);
        Set<String> ids = page.items().stream().flatMap(AuditController::ids).collect(Collectors.toSet());
        Map<String, String> names = new TreeMap<>();
        named.stream().forEach(some -> names.putAll(some.names(ids)));
        return new Records(page.items(), names, page.next());
    }

    /// Whatever in a record may be an id: what it happened to, and the words of its details.
    private static Stream<String> ids(Audit.Entry entry) {
        return Stream.concat(Stream.of(entry.target()),
                entry.details().values().stream().flatMap(WORDS::splitAsStream)).filter(
                        word -> ID.matcher(word).matches());
    }
}
