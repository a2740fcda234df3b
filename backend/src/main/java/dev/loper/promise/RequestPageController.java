package dev.loper.promise;

import dev.loper.promise.PromiseSentence.Language;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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

/// The page on which a colleague without a seat answers: what they were asked, the excerpt, and nothing else.
///
/// It works like the customer's page of a promise: no sign-in, no script, no cookie; looking changes nothing. Once answered or
/// withdrawn it takes nothing any more, and shows nothing of what was asked.
@Controller
@RequestMapping("/q/{token}")
class RequestPageController {

    private static final int LONGEST = 4000;
    private static final int ONCE = 100;

    private final Requests requests;
    private final RequestAsking asking;
    private final PromiseProperties settings;
    private final Clock clock;

    RequestPageController(Requests requests, RequestAsking asking, PromiseProperties settings, Clock clock) {
        this.requests = requests;
        this.asking = asking;
        this.settings = settings;
        this.clock = clock;
    }

    /// What the page shows; `templates/request.mustache` sets it.
    ///
    /// @param once   makes a form that is sent twice harmless
    /// @param notice why an answer was not taken, and `said` its words
    record RequestPage(String path, String language, String title, String greeting, String question,
            @Nullable String excerpt, String excerptLabel, String look, String headline, String detail, String answer,
            String send, String once, String foot, @Nullable String notice, String said) {}

    @GetMapping
    ModelAndView page(@PathVariable String token,
            @RequestHeader(value = "Accept-Language", defaultValue = "en") String language) {
        Optional<ColleagueRequest> found = find(token);
        return found.filter(request -> request.state().open()).map(
                request -> new ModelAndView("request",
                        Map.of("page", page(request, "/q/" + token, new Tried(null, ""))))).orElseGet(
                                () -> found.filter(request -> request.state() == RequestState.ANSWERED).map(
                                        RequestPageController::thanks).orElseGet(() -> gone(language)));
    }

    @PostMapping("/answer")
    Object answer(@PathVariable String token, @RequestParam String words, @RequestParam String once,
            @RequestHeader(value = "Accept-Language", defaultValue = "en") String language) {
        Optional<ColleagueRequest> found = find(token);
        if (found.isEmpty()) {
            return gone(language);
        }
        String said = cut(words.strip(), LONGEST);
        return said.isEmpty() ? back(token) : answered(found.get(), token, said, cut(once, ONCE));
    }

    /// What was not taken is said, and its words stay on the page.
    private Object answered(ColleagueRequest request, String token, String words, String once) {
        return switch (asking.answerOnPage(request, words, once)) {
            case DONE, REPEAT -> back(token);
            case CLOSED, USED, ENOUGH -> tooLate(request, words);
            case NOT_THERE -> onceMore(request, token, words);
        };
    }

    private ModelAndView onceMore(ColleagueRequest request, String token, String words) {
        PageWords say = PageWords.ofRequest(Language.of(request.text().language()));
        ModelAndView page = new ModelAndView("request", Map.of("page", page(request, "/q/" + token, new Tried(say.say(
                "page.moved"), words))));
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    /// Somebody else answered first, or nobody need answer any more: nothing of the question is shown, only what they wrote.
    private static ModelAndView tooLate(ColleagueRequest request, String words) {
        Language language = Language.of(request.text().language());
        PageWords say = PageWords.ofRequest(language);
        ModelAndView page = new ModelAndView("gone", Map.of("language", language.tag(), "title", say.say(
                "closed.title"), "text", say.say("closed.text", request.byName()), "said", words));
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private static String cut(String words, int longest) {
        return words.length() > longest ? words.substring(0, longest) : words;
    }

    private static ResponseEntity<Void> back(String token) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/q/" + URLEncoder.encode(token,
                StandardCharsets.UTF_8))).cacheControl(CacheControl.noStore()).build();
    }

    /// An answer that was not taken.
    private record Tried(@Nullable String notice, String words) {}

    private Optional<ColleagueRequest> find(String token) {
        return requests.linked(RequestLinks.digest(token)).filter(
                request -> request.due().plus(settings.questionLife()).isAfter(clock.instant()));
    }

    private RequestPage page(ColleagueRequest request, String path, Tried tried) {
        Language language = Language.of(request.text().language());
        PageWords words = PageWords.ofRequest(language);
        PromiseSentence said = new PromiseSentence(language, settings.zone(), clock.instant());
        boolean late = request.state() == RequestState.OVERDUE;
        return new RequestPage(path, language.tag(), words.say("page.title", request.byName()),
                words.say("page.greeting", request.byName()), request.text().question(), request.text().excerpt(),
                words.say("page.excerpt"), late ? "late" : "", words.say(late ? "page.late" : "page.until",
                        said.before(request.due())),
                words.say(request.promise() == null ? "page.why.answer" : "page.why"), words.say("page.answer"),
                words.say("page.send"), UUID.randomUUID().toString(),
                words.say("page.foot", request.byName()), tried.notice(), tried.words());
    }

    private static ModelAndView thanks(ColleagueRequest request) {
        Language language = Language.of(request.text().language());
        PageWords words = PageWords.ofRequest(language);
        return new ModelAndView("gone", Map.of("language", language.tag(), "title", words.say("thanks.title"), "text",
                words.say("thanks.text", request.byName())));
    }

    private static ModelAndView gone(String accepted) {
        Language language = Language.of(accepted);
        PageWords words = PageWords.ofRequest(language);
        ModelAndView page = new ModelAndView("gone", Map.of("language", language.tag(), "title", words.say(
                "gone.title"), "text", words.say("gone.text")));
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }
}
