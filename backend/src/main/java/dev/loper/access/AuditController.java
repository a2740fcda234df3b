package dev.loper.access;

import dev.loper.web.PageCursor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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

    private final Audit audit;

    AuditController(Audit audit) {
        this.audit = audit;
    }

    @GetMapping
    @Operation(summary = "Lists what people did, newest first.")
    Audit.Page page(@RequestParam(required = false) @Nullable String cursor) {
        return audit.page(cursor == null ? null : PageCursor.check("cursor", cursor, CURSOR), PAGE);
    }
}
