package dev.loper.journey;

import dev.loper.access.AccessRule;
import dev.loper.access.Audit;
import dev.loper.access.Viewer;
import dev.loper.access.Who;
import dev.loper.redis.KeptVersion;
import dev.loper.web.ProblemException;
import dev.loper.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// When visitors are invited to chat: administrators say so, and see what became of it.
@RestController
@Tag(name = "Steps")
@RequestMapping("/api/v1/triggers")
@AccessRule(Who.ADMINISTRATORS)
class TriggerController {

    private static final String KIND = "[a-z0-9-]{1,40}";

    private final RedisTriggers triggers;
    private final TriggerProperties properties;
    private final Audit audit;

    TriggerController(RedisTriggers triggers, TriggerProperties properties, Audit audit) {
        this.triggers = triggers;
        this.properties = properties;
        this.audit = audit;
    }

    /// @param perDay   how often a visitor is invited within 24 hours, by all triggers together, and `perMonth` within 30 days
    /// @param restDays how long whoever waved one away is left alone
    record TriggerViews(List<TriggerView> items, int perDay, int perMonth, long restDays) {}

    /// @param shown how often visitors were invited by it; `taken`: how many of them opened the chat; `dismissed`: waved it away
    /// @param version to be named by whoever changes it
    record TriggerView(String id, String name, boolean active, @Nullable BigDecimal basketOver, @Nullable String place,
            long seconds, long everyDays, TriggerText text, long shown, long taken, long dismissed, String version) {}

    record TriggerText(@NotBlank @Size(max = 200) String nl, @NotBlank @Size(max = 200) String en) {}

    /// @param basketOver what the basket has to exceed, in its own currency  @param place what the page's or form step's name or
    ///                   path has to contain  @param seconds how long that has to hold  @param everyDays how long the same visitor
    ///                   is not invited by it again  @param version of the one it replaces, as it was read, `new` if there is
    ///                   none; none writes it whatever there is
    record TriggerWanted(@NotBlank @Size(max = 60) String name, @NotNull Boolean active,
            @Nullable @DecimalMin("0") @DecimalMax("1000000") BigDecimal basketOver,
            @Nullable @Size(max = 100) String place, @NotNull @Min(5) @Max(3600) Integer seconds,
            @NotNull @Min(1) @Max(365) Integer everyDays, @NotNull @Valid TriggerText text,
            @Nullable @Size(max = 40) String version) {}

    @GetMapping
    @Operation(summary = "Lists the triggers that invite visitors to chat, and what became of their invitations.")
    TriggerViews all() {
        Map<String, String> counts = triggers.counts();
        Map<String, String> versions = triggers.versions();
        return new TriggerViews(triggers.all().stream().map(trigger -> view(trigger, counts, versions)).toList(),
                properties.perDay(), properties.perMonth(), properties.rest().toDays());
    }

    @PutMapping("/{id}")
    @Operation(summary = "Makes a trigger that invites visitors to chat, or changes it.")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "unfit-trigger", when = "it asks for neither a basket nor a place, or the id has other signs than a–z, 0–9 and “-”")
    @Refuses(status = HttpStatus.CONFLICT, type = "too-many-triggers", when = "there are as many as there may be")
    @Refuses(status = HttpStatus.CONFLICT, type = "changed-meanwhile", when = "somebody else changed it since `version`")
    TriggerView save(@PathVariable String id, @Valid @RequestBody TriggerWanted wanted, Viewer viewer) {
        if (!id.matches(KIND)) {
            throw ProblemException.field("unfit-trigger", "id", "A trigger is named by up to 40 of a–z, 0–9 and “-”.");
        }
        String place = wanted.place() == null || wanted.place().isBlank() ? null : wanted.place().strip();
        if (place == null && wanted.basketOver() == null) {
            throw ProblemException.field("unfit-trigger", "place",
                    "Say where visitors are, or what their basket has to exceed: else everybody is invited everywhere.");
        }
        Trigger trigger = new Trigger(id, wanted.name().strip(), wanted.active(), wanted.basketOver(), place,
                Duration.ofSeconds(wanted.seconds()), Duration.ofDays(wanted.everyDays()),
                new Trigger.Text(wanted.text().nl().strip(), wanted.text().en().strip()));
        switch (triggers.save(trigger, wanted.version())) {
            case FULL -> throw new ProblemException("too-many-triggers", HttpStatus.CONFLICT,
                    "There are " + RedisTriggers.MOST + " triggers already. Remove one nobody needs any more.");
            case CHANGED -> throw new ProblemException("changed-meanwhile", HttpStatus.CONFLICT,
                    "Somebody else has changed this since you opened it. Open it again and repeat your change.");
            case SAVED -> audit.record(viewer.id().value(), "trigger-saved", id,
                    Map.of("name", trigger.name(), "active", String.valueOf(trigger.active())));
        }
        return view(trigger, triggers.counts(), triggers.versions());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Removes a trigger, and what was counted of it.")
    void remove(@PathVariable String id, Viewer viewer) {
        if (!triggers.remove(id)) {
            throw ProblemException.notFound("There is no such trigger any more.");
        }
        audit.record(viewer.id().value(), "trigger-removed", id, Map.of());
    }

    private static TriggerView view(Trigger trigger, Map<String, String> counts, Map<String, String> versions) {
        return new TriggerView(trigger.id(), trigger.name(), trigger.active(), trigger.basketOver(), trigger.place(),
                trigger.dwell().toSeconds(), trigger.every().toDays(),
                new TriggerText(trigger.text().nl(), trigger.text().en()), count(trigger, counts, "shown"),
                count(trigger, counts, "taken"), count(trigger, counts, "dismissed"),
                versions.getOrDefault(trigger.id(), KeptVersion.NEW));
    }

    private static long count(Trigger trigger, Map<String, String> counts, String what) {
        return Long.parseLong(counts.getOrDefault(trigger.id() + "|" + what, "0"));
    }
}
