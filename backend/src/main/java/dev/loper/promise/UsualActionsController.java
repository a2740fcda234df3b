package dev.loper.promise;

import dev.loper.access.AccessRule;
import dev.loper.access.Audit;
import dev.loper.access.Viewer;
import dev.loper.access.Who;
import dev.loper.promise.PromiseSentence.Language;
import dev.loper.web.ProblemException;
import dev.loper.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What a house usually promises to do: everybody here reads it, administrators write it.
@RestController
@Tag(name = "Promises")
@RequestMapping("/api/v1/promise-actions")
class UsualActionsController {

    private static final int MOST = 20;

    private final RedisUsualActions actions;
    private final Audit audit;

    UsualActionsController(RedisUsualActions actions, Audit audit) {
        this.actions = actions;
        this.audit = audit;
    }

    /// Sentences of what we will do, in each language, those offered first at the top.
    ///
    /// @param version as it was read, to be named by whoever changes them; none writes them whatever there is
    @Schema(name = "PromiseActions")
    record UsualActions(@NotNull @Size(max = MOST) List<@NotBlank @Size(max = 200) String> en,
            @NotNull @Size(max = MOST) List<@NotBlank @Size(max = 200) String> nl,
            @Nullable @Size(max = 40) String version) {

        static UsualActions of(RedisUsualActions.Kept all) {
            return new UsualActions(all.sentences().getOrDefault(Language.ENGLISH, List.of()),
                    all.sentences().getOrDefault(Language.DUTCH, List.of()), all.version());
        }
    }

    @GetMapping
    @AccessRule(Who.PEOPLE)
    @Operation(summary = "Gives the sentences of what we will do that anybody can take when they promise something.")
    UsualActions all() {
        return UsualActions.of(actions.all());
    }

    @PutMapping
    @AccessRule(Who.ADMINISTRATORS)
    @Operation(summary = "Writes the sentences of what we will do, in each language.")
    @Refuses(status = HttpStatus.CONFLICT, type = "changed-meanwhile", when = "somebody else changed them since `version`")
    UsualActions change(@Valid @RequestBody UsualActions wanted, Viewer viewer) {
        if (!actions.save(Map.of(Language.ENGLISH, stripped(wanted.en()), Language.DUTCH, stripped(wanted.nl())),
                wanted.version())) {
            throw new ProblemException("changed-meanwhile", HttpStatus.CONFLICT,
                    "Somebody else has changed these sentences since you opened them. Open them again and repeat your"
                            + " change.");
        }
        audit.record(viewer.id().value(), "promise-actions-changed", "actions", Map.of("en", String.valueOf(
                wanted.en().size()), "nl", String.valueOf(wanted.nl().size())));
        return all();
    }

    private static List<String> stripped(List<String> sentences) {
        return sentences.stream().map(String::strip).distinct().toList();
    }
}
