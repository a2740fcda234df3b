package dev.loper.fact;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.loper.access.AccessRule;
import dev.loper.access.Audit;
import dev.loper.access.Viewer;
import dev.loper.access.Who;
import dev.loper.web.ProblemException;
import dev.loper.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Kinds of facts: everybody reads what they are called, administrators define their own.
@RestController
@Tag(name = "Facts")
@RequestMapping("/api/v1/fact-kinds")
@AccessRule(Who.ADMINISTRATORS)
class FactKindController {

    private static final int LONGEST_PATTERN = 300;
    private static final int LONGEST_TRIED = 2000;
    /// Signs and instructions of a pattern: time is linear in the words, but also in these, and every message is looked through.
    private static final int LARGEST_PATTERN = 1000;

    private final FactKinds kinds;
    private final Audit audit;

    FactKindController(FactKinds kinds, Audit audit) {
        this.kinds = kinds;
        this.audit = audit;
    }

    record FactWords(@NotBlank @Size(max = 60) String nl, @NotBlank @Size(max = 60) String en) {}

    record FactQuestions(@NotNull @Size(max = 20) List<@NotBlank @Size(max = 120) String> nl,
            @NotNull @Size(max = 20) List<@NotBlank @Size(max = 120) String> en) {}

    /// @param builtIn   there always, and not to be changed
    /// @param pattern   RE2; its first group, or the whole, is the value
    /// @param version   of its definition, to be named by whoever changes it; null if it is built in
    record FactKindView(String kind, boolean builtIn, FactWords name, @Nullable String pattern,
            FactQuestions questions, @Nullable String version) {

        static FactKindView of(FactKind kind, @Nullable String version) {
            boolean builtIn = Arrays.stream(BuiltIn.values()).anyMatch(one -> one.id().equals(kind.id()));
            Pattern pattern = kind.pattern();
            return new FactKindView(kind.id(), builtIn, new FactWords(kind.name().nl(), kind.name().en()),
                    pattern == null ? null : pattern.pattern(),
                    new FactQuestions(kind.questions().nl(), kind.questions().en()), version);
        }
    }

    record FactKindViews(List<FactKindView> items) {}

    /// @param pattern none has it entered by people only
    /// @param version of the one it replaces, as it was read, `new` if there is none; none writes it whatever there is
    record FactKindWanted(@NotNull @Valid FactWords name, @Nullable @Size(max = LONGEST_PATTERN) String pattern,
            @NotNull @Valid FactQuestions questions, @Nullable @Size(max = 40) String version) {}

    /// @param text a message as a customer might write it
    record PatternTried(@NotBlank @Size(max = LONGEST_PATTERN) String pattern,
            @NotNull @Size(max = LONGEST_TRIED) String text) {}

    /// @param from where it begins in the text, in UTF-16 units
    record PatternFound(String value, int from, int to) {}

    record PatternTry(List<PatternFound> found) {}

    @GetMapping
    @AccessRule(Who.PEOPLE)
    @Operation(summary = "Lists the kinds of facts, those there always are first.")
    FactKindViews all() {
        Map<String, String> versions = kinds.versions();
        return new FactKindViews(kinds.all().stream().map(
                kind -> FactKindView.of(kind, versions.get(kind.id()))).toList());
    }

    @PutMapping("/{kind}")
    @Operation(summary = "Defines a kind of fact, or changes it.")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "unfit-kind", when = "the id has other signs than a–z, 0–9 and “-”, or is built in")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "unfit-pattern", when = "the pattern is not one RE2 takes, repeats too much, or finds the empty word")
    @Refuses(status = HttpStatus.CONFLICT, type = "too-many-kinds", when = "there are as many as there may be")
    @Refuses(status = HttpStatus.CONFLICT, type = "changed-meanwhile", when = "somebody else changed it since `version`")
    FactKindView save(@PathVariable String kind, @Valid @RequestBody FactKindWanted wanted, Viewer viewer) {
        if (!kind.matches("[a-z0-9-]{1,40}") || Arrays.stream(BuiltIn.values()).anyMatch(
                one -> one.id().equals(kind))) {
            throw ProblemException.field("unfit-kind", "kind",
                    "A kind is named by up to 40 of a–z, 0–9 and “-”, and not like one there always is.");
        }
        if (wanted.pattern() != null && !wanted.pattern().isBlank()) {
            checked(wanted.pattern());
        }
        FactKinds.Stored stored = new FactKinds.Stored(wanted.name().nl().strip(), wanted.name().en().strip(),
                wanted.pattern() == null || wanted.pattern().isBlank() ? null : wanted.pattern(),
                wanted.questions().nl(), wanted.questions().en());
        switch (kinds.save(kind, stored, wanted.version())) {
            case FULL -> throw new ProblemException("too-many-kinds", HttpStatus.CONFLICT,
                    "There are " + FactKinds.MOST + " kinds already. Remove one nobody needs any more.");
            case CHANGED -> throw new ProblemException("changed-meanwhile", HttpStatus.CONFLICT,
                    "Somebody else has changed this kind since you opened it. Open it again and repeat your change.");
            case SAVED -> audit.record(viewer.id().value(), "fact-kind-saved", kind, Map.of("name", stored.en()));
        }
        return FactKindView.of(stored.kind(kind), kinds.versions().get(kind));
    }

    @DeleteMapping("/{kind}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Removes a kind of fact; what was said of it stays, and is shown no more.")
    void remove(@PathVariable String kind, Viewer viewer) {
        if (!kinds.remove(kind)) {
            throw ProblemException.notFound("There is no such kind any more.");
        }
        audit.record(viewer.id().value(), "fact-kind-removed", kind, Map.of());
    }

    @PostMapping("/try")
    @Operation(summary = "Says what a pattern would find in a message, before anybody relies on it.")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "unfit-pattern", when = "the pattern is not one RE2 takes, repeats too much, or finds the empty word")
    PatternTry tried(@Valid @RequestBody PatternTried wanted) {
        return new PatternTry(FactFinder.places(checked(wanted.pattern()), wanted.text()).stream().map(
                place -> new PatternFound(wanted.text().substring(place.from(), place.to()), place.from(),
                        place.to())).toList());
    }

    private static Pattern checked(String pattern) {
        try {
            if (PatternSize.of(pattern) > LARGEST_PATTERN) {
                throw tooLarge();
            }
            Pattern compiled = Pattern.compile(pattern);
            if (compiled.matcher("").find()) {
                throw unfit("It also finds nothing at all, and so would find something in every message.");
            }
            if (compiled.programSize() > LARGEST_PATTERN) {
                throw tooLarge();
            }
            return compiled;
        } catch (PatternSyntaxException e) {
            throw unfit("It cannot be read: " + e.getDescription() + ".");
        }
    }

    private static ProblemException tooLarge() {
        return unfit("It repeats too much. Every message is looked through with it.");
    }

    private static ProblemException unfit(String why) {
        return ProblemException.field("unfit-pattern", "pattern", why);
    }
}
