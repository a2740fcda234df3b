package dev.loper.journey;

import dev.loper.channel.Visitors;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelAddress.Visitor;
import dev.loper.web.ProblemException;
import dev.loper.web.TryLaterException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Where pages of our sites send what their visitors do, and ask for what a visitor had filled in.
///
/// Pages send plain text, so that a beacon needs no question beforehand; only pages of a chat account's sites may. A visitor
/// whose token is not ours is a new one, as on the chat: nobody reaches another's steps by guessing.
@RestController
@RequestMapping("/api/steps")
class StepController {

    private static final JsonMapper JSON = new JsonMapper();

    private final Visitors visitors;
    private final Steps steps;
    private final Triggers triggers;
    private final Resumes resumes;
    private final StepLimits limits;
    private final JourneyProperties properties;
    private final Clock clock;

    StepController(Visitors visitors, Steps steps, Triggers triggers, Resumes resumes, StepLimits limits,
            JourneyProperties properties,
            Clock clock) {
        this.visitors = visitors;
        this.steps = steps;
        this.triggers = triggers;
        this.resumes = resumes;
        this.limits = limits;
        this.properties = properties;
        this.clock = clock;
    }

    /// @param visitor the token to send next time, and to open the chat with
    /// @param ask     in how many seconds to ask again, with no steps; none: not before the next step
    /// @param invite  what to ask the visitor now
    record Taken(String visitor, int taken, @Nullable Long ask, Triggers.@Nullable Invite invite) {}

    @PostMapping
    Taken take(@RequestParam(required = false) @Nullable String account, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        AccountId site = site(account, request, response);
        byte[] body = body(request);
        wait(limits.take("size:" + request.getRemoteAddr(), properties.perMinutePerAddressSize().toBytes(),
                Math.max(1, body.length)));
        StepBatch batch = StepBatch.read(body, clock.instant()).orElseThrow(StepController::unreadable);
        Optional<Visitor> known = visitors.known(site, batch.visitor());
        Visitor visitor = known.orElseGet(visitors::mint);
        wait(limits.take("visitor:" + visitor.value(), properties.perMinute()));
        if (batch.forget()) {
            // Of whom nobody knows there is nothing to forget.
            known.ifPresent(one -> steps.forget(one, batch.consent()));
        } else if (known.isPresent()) {
            batch.answered().ifPresent(answer -> triggers.answered(visitor, answer.offer(), answer.answer()));
            steps.take(visitor, site, batch.consent(), batch.steps());
        } else {
            steps.takeFirst(visitor, site, batch.steps());
        }
        Triggers.Told told = batch.forget() ? Triggers.Told.NOTHING : triggers.told(visitor);
        return new Taken(visitors.tokenOf(site, visitor), batch.steps().size(), told.ask(), told.invite());
    }

    /// What somebody had filled in, for the page it was filled in on. A POST: looking at a link gives nothing away.
    @PostMapping("/resume")
    Map<String, Object> resume(@RequestParam(required = false) @Nullable String account, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        site(account, request, response);
        String token = token(body(request));
        return resumes.redeem(token, request.getHeader(HttpHeaders.ORIGIN)).orElseThrow(
                () -> ProblemException.notFound("This link has expired, or leads elsewhere."));
    }

    private AccountId site(@Nullable String account, HttpServletRequest request, HttpServletResponse response) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        AccountId site = visitors.site(account, origin).orElseThrow(() -> new ProblemException("foreign-site",
                HttpStatus.FORBIDDEN, "This site may not send anything here."));
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (origin != null) {
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        }
        wait(limits.take("address:" + request.getRemoteAddr(), properties.perMinutePerAddress()));
        return site;
    }

    private static void wait(Duration wait) {
        if (wait.isPositive()) {
            throw new TryLaterException("too-many", HttpStatus.TOO_MANY_REQUESTS, "Too much at once.",
                    wait.plusSeconds(1));
        }
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(StepBatch.SIZE + 1);
        if (body.length > StepBatch.SIZE) {
            throw new ProblemException("too-large", HttpStatus.CONTENT_TOO_LARGE, "A batch may have 32 KB.");
        }
        return body;
    }

    private static String token(byte[] body) {
        try {
            JsonNode token = JSON.readTree(body).get("token");
            return token != null && token.isString() ? token.asString() : "";
        } catch (JacksonException e) {
            throw unreadable();
        }
    }

    private static ProblemException unreadable() {
        return new ProblemException("unreadable-steps", HttpStatus.BAD_REQUEST,
                "Send {visitor, steps: [{id, at, kind, name, url?, data?}]}, up to " + StepBatch.MOST
                        + " steps, with kinds page, basket, form, search, order.");
    }
}
