package dev.loper.organisation;

import dev.loper.access.AccessRule;
import dev.loper.access.Audit;
import dev.loper.access.Viewer;
import dev.loper.access.Who;
import dev.loper.web.ProblemException;
import dev.loper.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Departments: everybody sees whom they can ask, administrators change them.
@RestController
@Tag(name = "People")
@RequestMapping("/api/v1/departments")
@AccessRule(Who.ADMINISTRATORS)
class DepartmentController {

    record Wanted(@NotBlank @Size(max = 80) String name, @NotBlank @Email @Size(max = 254) String email,
            @NotNull @Pattern(regexp = "en|nl", message = "is “en” or “nl”") String language) {}

    /// A department as it is to be. @param version of the one it replaces, as it was read
    record Change(@NotNull Long version, @NotBlank @Size(max = 80) String name,
            @NotBlank @Email @Size(max = 254) String email,
            @NotNull @Pattern(regexp = "en|nl", message = "is “en” or “nl”") String language) {}

    record DepartmentView(String id, String name, String email,
            @Schema(allowableValues = {
                    "en", "nl"}) String language,
            long version) {

        static DepartmentView of(Department one) {
            return new DepartmentView(one.id().value(), one.name(), one.email(), one.language(), one.version());
        }
    }

    record DepartmentViews(List<DepartmentView> items) {}

    private final Departments departments;
    private final Audit audit;

    DepartmentController(Departments departments, Audit audit) {
        this.departments = departments;
        this.audit = audit;
    }

    @GetMapping
    @AccessRule(Who.PEOPLE)
    @Operation(summary = "Lists the departments a question can go to.")
    DepartmentViews all() {
        return new DepartmentViews(departments.all().stream().map(DepartmentView::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Adds a department.")
    @Refuses(status = HttpStatus.CONFLICT, type = "name-taken", when = "another one has this name")
    DepartmentView add(Viewer viewer, @Valid @RequestBody Wanted body) {
        DepartmentId id = new DepartmentId("d" + UUID.randomUUID().toString().substring(0, 8));
        return told(viewer, departments.add(new Department(id, free(body.name().strip(), id), body.email().strip(),
                body.language(), 0)), "department-added");
    }

    @PatchMapping("/{id}")
    @Operation(summary = "Changes a department.")
    @Refuses(status = HttpStatus.CONFLICT, type = "name-taken", when = "another one has this name")
    @Refuses(status = HttpStatus.CONFLICT, type = "changed-meanwhile", when = "somebody else changed it since `version`")
    DepartmentView change(Viewer viewer, @PathVariable String id, @Valid @RequestBody Change body) {
        DepartmentId known = require(id).id();
        Department wanted = new Department(known, free(body.name().strip(), known), body.email().strip(),
                body.language(), body.version());
        return switch (departments.write(wanted)) {
            case SaveResult.Saved<Department>(Department kept) -> told(viewer, kept, "department-changed");
            case SaveResult.Stale<Department>() -> throw new ProblemException("changed-meanwhile", HttpStatus.CONFLICT,
                    "Somebody else has changed this department since you opened it. Open it again and repeat your change.");
            case SaveResult.Gone<Department>() -> throw gone();
        };
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Removes a department.")
    void delete(Viewer viewer, @PathVariable String id) {
        Department department = require(id);
        if (departments.delete(department.id())) {
            audit.record(viewer.id().value(), "department-deleted", id, Map.of("name", department.name()));
        }
    }

    private DepartmentView told(Viewer viewer, Department kept, String what) {
        audit.record(viewer.id().value(), what, kept.id().value(), Map.of("name", kept.name(), "email", kept.email()));
        return DepartmentView.of(kept);
    }

    private Department require(String id) {
        return departments.byId(new DepartmentId(id)).orElseThrow(DepartmentController::gone);
    }

    private static ProblemException gone() {
        return ProblemException.notFound("There is no such department any more.");
    }

    /// @return the name, if no other department has it
    private String free(String name, DepartmentId id) {
        if (departments.all().stream().anyMatch(one -> one.name().equalsIgnoreCase(name) && !one.id().equals(id))) {
            throw new ProblemException("name-taken", HttpStatus.CONFLICT, "Another department is called so.", Map.of(
                    "field", "name"));
        }
        return name;
    }
}
