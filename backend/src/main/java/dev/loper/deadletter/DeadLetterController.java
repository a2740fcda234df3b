package dev.loper.deadletter;

import dev.loper.access.AccessRule;
import dev.loper.access.Audit;
import dev.loper.access.Viewer;
import dev.loper.access.Who;
import dev.loper.channel.DeadLetters;
import dev.loper.channel.Intake.Receipt;
import dev.loper.channel.IntakeUnavailableException;
import dev.loper.channel.UnreadableMessageException;
import dev.loper.message.ChannelKind;
import dev.loper.redis.StoreUnavailableException;
import dev.loper.web.PageCursor;
import dev.loper.web.ProblemException;
import dev.loper.web.Problems;
import dev.loper.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Reading dead letters, handing them in again, and discarding them: for administrators.
@RestController
@Tag(name = "Dead letters")
@RequestMapping("/api/v1/dead-letters")
@AccessRule(Who.ADMINISTRATORS)
class DeadLetterController {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterController.class);
    private static final int PAGE = 50;
    private static final int SHOWN = 64 * 1024;

    private final RedisDeadLetters letters;
    private final Map<ChannelKind, DeadLetters.Replay> replays;
    private final Audit audit;

    DeadLetterController(RedisDeadLetters letters, List<DeadLetters.Replay> replays, Audit audit) {
        this.letters = letters;
        this.replays = replays.stream().collect(Collectors.toMap(DeadLetters.Replay::channel, Function.identity()));
        this.audit = audit;
    }

    record DeadLetterPage(List<DeadLetterRow> items, @Nullable String next) {}

    record DeadLetterRow(String id, String account, ChannelKind channel, Instant at, String reason, int attempts,
            int size) {

        static DeadLetterRow of(DeadLetter letter) {
            return new DeadLetterRow(letter.id(), letter.account().value(), letter.channel(), letter.at(),
                    letter.reason(), letter.attempts(), letter.size());
        }
    }

    /// @param raw the message as it came, its first 64 KB
    record DeadLetterWhole(DeadLetterRow letter, Map<String, String> headers, String raw) {}

    /// @param outcome `stored` or `repeat`
    record Replayed(@Schema(allowableValues = {"stored", "repeat"}) String outcome, String entry) {}

    @GetMapping
    @Operation(summary = "Lists the messages that could not be taken in, newest first.")
    DeadLetterPage page(@RequestParam(required = false) @Nullable String cursor) {
        RedisDeadLetters.Place after = cursor == null
                ? null
                : RedisDeadLetters.Place.of(PageCursor.check("cursor", cursor, RedisDeadLetters.Place.FORM));
        List<DeadLetter> page = letters.page(after, PAGE);
        return new DeadLetterPage(page.stream().map(DeadLetterRow::of).toList(),
                page.size() < PAGE ? null : RedisDeadLetters.Place.of(page.getLast()).toString());
    }

    @GetMapping("/{id}")
    @Operation(summary = "Reads a message that could not be taken in.")
    DeadLetterWhole one(@PathVariable String id) {
        DeadLetter letter = find(id);
        return new DeadLetterWhole(DeadLetterRow.of(letter), letter.headers(),
                new String(letters.beginning(letter, SHOWN), StandardCharsets.UTF_8));
    }

    @PostMapping("/{id}/replay")
    @Operation(summary = "Hands a message in again; what can be read now leaves the list.")
    @Refuses(status = HttpStatus.CONFLICT, type = "channel-off", when = "its channel is not connected")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "still-unreadable", when = "`detail` says why")
    Replayed replay(@PathVariable String id, Viewer viewer) {
        DeadLetter letter = find(id);
        DeadLetters.Replay replay = replays.get(letter.channel());
        if (replay == null) {
            throw new ProblemException("channel-off", HttpStatus.CONFLICT,
                    "Its channel is not connected. Connect it, then hand the message in again.");
        }
        Receipt receipt = handIn(letter, replay);
        letters.discard(id);
        audit.record(viewer.id().value(), "dead-letter-replayed", id, Map.of("entry", receipt.entry().value()));
        return new Replayed(receipt.repeat() ? "repeat" : "stored", receipt.entry().value());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Discards a message for good.")
    void discard(@PathVariable String id, Viewer viewer) {
        if (!letters.discard(id)) {
            throw gone();
        }
        audit.record(viewer.id().value(), "dead-letter-discarded", id, Map.of());
    }

    private Receipt handIn(DeadLetter letter, DeadLetters.Replay replay) {
        try {
            return replay.replay(letter.account(), letter.at(), letters.raw(letter), letter.headers());
        } catch (IntakeUnavailableException | StoreUnavailableException | UncheckedIOException e) {
            throw Problems.unavailable(e);
        } catch (UnreadableMessageException e) {
            throw stillUnreadable(letter, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("The dead letter {} broke its reader.", letter.id(), e);
            throw stillUnreadable(letter, "It broke its reader; the log says how.");
        }
    }

    private ProblemException stillUnreadable(DeadLetter letter, String reason) {
        letters.tried(letter, reason);
        return new ProblemException("still-unreadable", HttpStatus.UNPROCESSABLE_CONTENT,
                "It still cannot be read. " + reason);
    }

    private DeadLetter find(String id) {
        return letters.find(id).orElseThrow(DeadLetterController::gone);
    }

    private static ProblemException gone() {
        return ProblemException.notFound("There is no such dead letter; it may have been handed in already.");
    }
}
