package dev.loper.journey;

import dev.loper.access.AccessRule;
import dev.loper.access.Who;
import dev.loper.message.ChannelAddress.Visitor;
import dev.loper.web.ProblemException;
import dev.loper.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// Steps from a shop's back end, which knows what no page tells: an order that was paid, a parcel that was sent.
///
/// A token of its own does that and nothing else: whoever breaks into a shop should find nothing in it that reads or erases
/// customers. A visitor's id is not to be guessed.
@RestController
@Tag(name = "Steps")
@RequestMapping("/api/v1/steps")
@AccessRule(Who.TELLERS_OF_STEPS)
class StepApiController {

    private static final JsonMapper JSON = new JsonMapper();

    private final Steps steps;
    private final Clock clock;

    StepApiController(Steps steps, Clock clock) {
        this.steps = steps;
        this.clock = clock;
    }

    /// @param visitor the id of the visitor's identity, the part of their token before the point
    /// @param steps   `{id, at, kind, name, url?, data?}` each
    record StepsToldOf(@NotNull @Pattern(regexp = "[\\w-]{22}(\\.[\\w-]{43})?") String visitor,
            @NotNull @Size(max = StepBatch.MOST) List<Map<String, Object>> steps) {}

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes what a visitor did from a shop's back end, each step once, cleaned as those from pages are.")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "unreadable-steps", when = "a step lacks id, kind or name, or is too large")
    @Refuses(status = HttpStatus.CONFLICT, type = "no-consent", when = "the visitor took their consent back")
    void take(@Valid @RequestBody StepsToldOf told) {
        byte[] body = JSON.writeValueAsString(Map.of("steps", told.steps())).getBytes(StandardCharsets.UTF_8);
        StepBatch batch = body.length > StepBatch.SIZE
                ? null
                : StepBatch.read(body, clock.instant()).orElse(null);
        if (batch == null) {
            throw ProblemException.field("unreadable-steps", "steps",
                    "Each step has an id, a kind (page, basket, form, search, order) and a name; all together 32 KB.");
        }
        if (!steps.takeFromServer(new Visitor(told.visitor().substring(0, 22)), batch.steps())) {
            throw new ProblemException("no-consent", HttpStatus.CONFLICT,
                    "This visitor took their consent back. Nothing of theirs is kept until they agree again.");
        }
    }
}
