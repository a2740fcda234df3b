package dev.loper.imports;

import dev.loper.access.AccessRule;
import dev.loper.access.Audit;
import dev.loper.access.Viewer;
import dev.loper.access.Who;
import dev.loper.conversation.ImportResult;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Takes the messages of another system, for administrators.
@RestController
@Tag(name = "Imports")
@RequestMapping("/api/v1/imports")
@AccessRule(Who.ADMINISTRATORS)
class ImportController {

    private final Importer importer;
    private final Audit audit;

    ImportController(Importer importer, Audit audit) {
        this.importer = importer;
        this.audit = audit;
    }

    /// @param source   a name for the system they come from
    /// @param messages up to 500, the oldest of a thread first
    record Imports(@NotNull @Pattern(regexp = "[a-z0-9-]{1,40}") String source,
            @NotNull @Size(min = 1, max = 500) List<@NotNull NewImport> messages) {}

    /// What became of each, in the order given.
    record ImportOutcomes(List<ImportOutcome> items) {}

    /// @param outcome `stored`, `repeat` or `refused`
    /// @param entry   the entry it is
    /// @param field   what is at fault, if it was refused
    /// @param detail  what to change, a sentence
    record ImportOutcome(@Nullable String id,
            @Schema(allowableValues = {"stored", "repeat", "refused"}) String outcome, @Nullable String entry,
            @Nullable String field,
            @Nullable String detail) {}

    @PostMapping("/messages")
    @Operation(summary = "Imports messages of another system at their original times; each has an outcome of its own, and repeating all is harmless.")
    ImportOutcomes messages(@Valid @RequestBody Imports imports, Viewer viewer) {
        List<Importer.Outcome> outcomes = importer.add(imports.source(), imports.messages());
        List<ImportOutcome> items = IntStream.range(0, outcomes.size()).mapToObj(
                i -> view(imports.messages().get(i).id(), outcomes.get(i))).toList();
        long stored = items.stream().filter(item -> item.outcome().equals("stored")).count();
        audit.record(viewer.id().value(), "messages-imported", imports.source(),
                Map.of("given", Integer.toString(items.size()), "stored", Long.toString(stored)));
        return new ImportOutcomes(items);
    }

    private static ImportOutcome view(@Nullable String id, Importer.Outcome outcome) {
        return switch (outcome) {
            case Importer.Outcome.Kept(ImportResult.Stored(var entry)) ->
                new ImportOutcome(id, "stored", entry.value(), null, null);
            case Importer.Outcome.Kept(ImportResult.Repeat(var entry)) ->
                new ImportOutcome(id, "repeat", entry.value(), null, null);
            case Importer.Outcome.Refused(String field, String detail) ->
                new ImportOutcome(id, "refused", null, field, detail);
        };
    }
}
