package dev.loper.access;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What people did, in the order it happened: sign-ins, and every change somebody may have to answer for.
public interface Audit {

    /// Who did it, when it was nobody we know.
    String NOBODY = "nobody";

    /// Who did it, when Loper did it by itself.
    String SYSTEM = "system";

    /// Writes one record.
    ///
    /// @param who     a person's id, [#NOBODY] or [#SYSTEM]
    /// @param what    what happened, as a past-tense slug: `role-changed`
    /// @param target  the id of what it happened to
    /// @param details what else matters; never a secret, never what a customer said
    void record(String who, String what, String target, Map<String, String> details);

    /// The newest records, or those before a cursor.
    Page page(@Nullable String cursor, int size);

    /// One record. @param at ISO 8601, UTC
    @Schema(name = "AuditRecord")
    record Entry(String id, String at, String who, String what, String target, Map<String, String> details) {}

    /// Some records, newest first. @param next the cursor of those before; null at the end
    record Page(List<Entry> items, @Nullable String next) {}
}
