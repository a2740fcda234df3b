package dev.loper.occasion;

import dev.loper.access.AccessRule;
import dev.loper.access.Viewer;
import dev.loper.access.Who;
import dev.loper.feed.Feed;
import dev.loper.message.ConversationId;
import dev.loper.message.TopicId;
import dev.loper.web.ProblemException;
import dev.loper.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The queue of occasions: everybody sees those of the customers they may see, and says what they did.
@RestController
@Tag(name = "Occasions")
@RequestMapping("/api/v1/occasions")
@AccessRule(Who.PEOPLE)
class OccasionController {

    private final Occasions occasions;
    private final RedisOccasions store;
    private final Feed feed;
    private final Clock clock;

    OccasionController(Occasions occasions, RedisOccasions store, Feed feed, Clock clock) {
        this.occasions = occasions;
        this.store = store;
        this.feed = feed;
        this.clock = clock;
    }

    /// @param today by the house's calendar
    /// @param live  where the change feed stood before they were read
    record OccasionViews(List<OccasionView> items, LocalDate today, String live) {}

    /// A day of a customer that comes.
    ///
    /// @param years how old they become, or for how long they are a customer; none if the year is not known
    /// @param held  why nothing is sent now; none: a gesture is welcome
    /// @param done  who saw to it
    record OccasionView(String conversation, OccasionCustomer customer, @Schema(allowableValues = {
            "birthday",
            "customer-since"}) String kind, LocalDate date, @Nullable Integer years, @Nullable OccasionHeld held,
            @Nullable OccasionDone done) {

        static OccasionView of(Occasion one) {
            Occasion.Held held = one.held();
            Occasion.Done done = one.done();
            return new OccasionView(one.conversation().id().value(),
                    new OccasionCustomer(one.customer().value(), one.name()),
                    one.kind(), one.date(), one.years(),
                    held == null ? null : OccasionHeld.of(held),
                    done == null ? null : new OccasionDone(done.by(), done.byName(), done.at(), done.how()));
        }
    }

    record OccasionCustomer(String id, String name) {}

    /// @param topic the matter it is about, with its title; none if another department has it
    record OccasionHeld(@Schema(allowableValues = {
            "complaint",
            "late-promise"}) String why, @Nullable String topic, @Nullable String title) {

        static OccasionHeld of(Occasion.Held held) {
            TopicId topic = held.topic();
            return new OccasionHeld(held.why(), topic == null ? null : topic.value(), held.title());
        }
    }

    record OccasionDone(String by, String byName, Instant at, @Schema(allowableValues = {"made",
            "left"}) String how) {}

    /// @param how `made`: somebody made a gesture; `left`: nobody will; `open`: neither, after all
    record OccasionSeen(@NotBlank @Size(max = 40) String conversation,
            @NotBlank @Pattern(regexp = "birthday|customer-since") String kind, @NotNull LocalDate date,
            @NotBlank @Pattern(regexp = "made|left|open") String how) {}

    /// @param conversation none: of every customer this person may see
    @GetMapping
    @Operation(summary = "Lists the birthdays and jubilees of these days, of all or of one customer, and what holds a gesture back.")
    OccasionViews all(@RequestParam(required = false) @Nullable @Size(max = 40) String conversation, Viewer viewer) {
        String live = feed.head().toString();
        List<Occasion> found = conversation == null
                ? occasions.of(viewer)
                : occasions.of(new ConversationId(conversation), viewer);
        return new OccasionViews(found.stream().map(OccasionView::of).toList(), occasions.today(), live);
    }

    @PostMapping
    @Operation(summary = "Says what became of an occasion.")
    @Refuses(status = HttpStatus.CONFLICT, type = "seen-to", when = "somebody else saw to it already")
    @Refuses(status = HttpStatus.CONFLICT, type = "held-back", when = "a complaint is open, or a promise late: no gesture now")
    OccasionView seen(@Valid @RequestBody OccasionSeen wanted, Viewer viewer) {
        Occasion found = find(wanted, viewer);
        if (wanted.how().equals("open")) {
            store.again(found);
        } else if (wanted.how().equals("made") && found.held() != null) {
            throw new ProblemException("held-back", HttpStatus.CONFLICT,
                    "Not now: see to what is open with this customer first.");
        } else if (!store.seen(found, new Occasion.Done(viewer.id().value(), viewer.name(), clock.instant(),
                wanted.how()))) {
            throw new ProblemException("seen-to", HttpStatus.CONFLICT,
                    "Somebody else saw to it a moment ago. Look again.");
        }
        return OccasionView.of(find(wanted, viewer));
    }

    private Occasion find(OccasionSeen wanted, Viewer viewer) {
        return occasions.find(wanted.conversation(), wanted.kind(), wanted.date(), viewer).orElseThrow(
                () -> ProblemException.notFound("There is no such occasion in these days."));
    }
}
