package dev.loper.promise;

import dev.loper.message.Author;
import dev.loper.promise.PromiseKeeping.Place;
import dev.loper.promise.PromisePages.Says;
import dev.loper.promise.PromiseSentence.Language;
import dev.loper.reply.Reachability;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The customer's page of a promise: no sign-in, no script.
///
/// Looking changes nothing, because mail scanners and previews follow links too; only a form does. The page knows no session
/// and no cookie, so that another site's form gains nothing without the token.
@Controller
@RequestMapping("/p/{token}")
class PromisePageController {

    private static final int LONGEST = 2000;
    private static final int ONCE = 100;

    private final Promises promises;
    private final PromiseKeeping keeping;
    private final PromisePages pages;
    private final PromiseProperties settings;
    private final Clock clock;

    PromisePageController(Promises promises, PromiseKeeping keeping, PromisePages pages, PromiseProperties settings,
            Clock clock) {
        this.promises = promises;
        this.keeping = keeping;
        this.pages = pages;
        this.settings = settings;
        this.clock = clock;
    }

    private record Found(Promise promise, Place place) {}

    /// @param done what the customer has just done: `add`, `solved`, `way`
    @GetMapping
    ModelAndView page(@PathVariable String token, @RequestParam(required = false) @Nullable String done,
            @RequestHeader(value = "Accept-Language", defaultValue = "en") String language) {
        return find(token).map(found -> new ModelAndView("promise", Map.of("page", pages.of(found.promise(),
                found.place(), "/p/" + token, done)))).orElseGet(() -> gone(language));
    }

    @GetMapping("/add")
    ModelAndView adding(@PathVariable String token,
            @RequestHeader(value = "Accept-Language", defaultValue = "en") String language) {
        return find(token).map(found -> saying(found, token, Says.ADD, null, "", HttpStatus.OK)).orElseGet(
                () -> gone(language));
    }

    @GetMapping("/solved")
    ModelAndView solving(@PathVariable String token,
            @RequestHeader(value = "Accept-Language", defaultValue = "en") String language) {
        return find(token).map(found -> saying(found, token, Says.SOLVED, null, "", HttpStatus.OK)).orElseGet(
                () -> gone(language));
    }

    /// @param once makes a form that is sent twice harmless
    @PostMapping("/add")
    Object add(@PathVariable String token, @RequestParam String words, @RequestParam String once,
            @RequestHeader(value = "Accept-Language", defaultValue = "en") String language) {
        Optional<Found> found = find(token);
        if (found.isEmpty()) {
            return gone(language);
        }
        String said = cut(words.strip(), LONGEST);
        return said.isEmpty()
                ? back(token, null)
                : after(keeping.add(found.get().promise(), found.get().place(), said, cut(once, ONCE)), found.get(),
                        token, "add", said);
    }

    @PostMapping("/solved")
    Object solved(@PathVariable String token,
            @RequestHeader(value = "Accept-Language", defaultValue = "en") String language) {
        return find(token).map(found -> after(keeping.solved(found.promise(), customer(found.place())), found, token,
                "solved", "")).orElseGet(() -> gone(language));
    }

    @PostMapping("/answer-on")
    Object answerOn(@PathVariable String token, @RequestParam String way,
            @RequestHeader(value = "Accept-Language", defaultValue = "en") String language) {
        return find(token).map(found -> way(found, way).map(chosen -> after(keeping.answerOn(found.promise(),
                found.place(), chosen, customer(found.place())), found, token, "way", "")).orElseGet(
                        () -> back(token, null))).orElseGet(() -> gone(language));
    }

    /// What was not taken is said, and its words stay on the page.
    private Object after(PromiseChange change, Found found, String token, String done, String words) {
        return switch (change) {
            case PromiseChange.Done did -> back(token, done);
            case PromiseChange.Repeat did -> back(token, done);
            case PromiseChange.MovedOn moved -> back(token, done);
            case PromiseChange.Closed closed -> back(token, null);
            case PromiseChange.TooMany many -> saying(found, token, Says.ADD, "many", words,
                    HttpStatus.TOO_MANY_REQUESTS);
            case PromiseChange.Gone gone -> saying(found, token, Says.ADD, "moved", words, HttpStatus.CONFLICT);
        };
    }

    private ModelAndView saying(Found found, String token, Says what, @Nullable String notice, String words,
            HttpStatus status) {
        ModelAndView page = new ModelAndView("promise-say", Map.of("page", pages.saying(found.promise(),
                found.place(), "/p/" + token, what, notice, words)));
        page.setStatus(status);
        return page;
    }

    private static String cut(String words, int longest) {
        return words.length() > longest ? words.substring(0, longest) : words;
    }

    private Optional<Reachability.Way> way(Found found, String channel) {
        return pages.open(found.promise(), found.place()).stream().filter(
                way -> way.account().channel().wire().equals(channel)).findFirst();
    }

    private Optional<Found> find(String token) {
        return promises.linked(PromiseLinks.digest(token)).filter(
                promise -> promise.state() != PromiseState.WITHDRAWN && !over(promise)).flatMap(
                        promise -> keeping.find(promise).map(place -> new Found(promise, place)));
    }

    private boolean over(Promise promise) {
        return promise.closed() != null && promise.closed().plus(settings.pageLife()).isBefore(clock.instant());
    }

    private static ModelAndView gone(String language) {
        PageWords words = PageWords.in(Language.of(language));
        ModelAndView page = new ModelAndView("gone", Map.of("language", Language.of(language).tag(), "title",
                words.say("gone.title"), "text", words.say("gone.text")));
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }

    private static ResponseEntity<Void> back(String token, @Nullable String done) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/p/" + URLEncoder.encode(token,
                StandardCharsets.UTF_8) + (done == null ? "" : "?done=" + done))).cacheControl(
                        CacheControl.noStore()).build();
    }

    private static Author customer(Place place) {
        return new Author(Author.Kind.CUSTOMER, place.customer().id().value(), place.customer().name());
    }
}
