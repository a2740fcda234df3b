package dev.loper.promise;

import dev.loper.customer.Customer;
import dev.loper.customer.Masked;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ChannelKind;
import dev.loper.promise.PromiseKeeping.Place;
import dev.loper.promise.PromisePage.Step;
import dev.loper.promise.PromisePage.Way;
import dev.loper.reply.Reachability;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes the page of a promise: what the customer may know of it, in their language and time.
@Component
class PromisePages {

    private static final Pattern MOMENT = Pattern.compile("(?:(?:vóór|before) )?\\d{2}:\\d{2}(?: uur)?");

    private final CustomerTime time;
    private final Reachability reachability;
    private final Requests requests;
    private final PromiseAdditions additions;
    private final Clock clock;

    PromisePages(CustomerTime time, Reachability reachability, Requests requests, PromiseAdditions additions,
            Clock clock) {
        this.time = time;
        this.reachability = reachability;
        this.requests = requests;
        this.additions = additions;
        this.clock = clock;
    }

    /// @param done what the customer has just done
    PromisePage of(Promise promise, Place place, String path, @Nullable String done) {
        PromiseSentence said = time.of(promise);
        PageWords words = PageWords.in(said.language());
        ChannelKind channel = ChannelKind.of(promise.channel());
        boolean open = promise.state().active();
        return new PromisePage(path, said.language().tag(), title(promise, said, words), brand(promise, place),
                place.topic().title(),
                greeting(place.customer(), words), marked(sentence(promise, said, words)), look(promise),
                headline(promise, words), detail(promise, said, words), earlier(promise, said, words),
                steps(promise, place, said, words),
                new PromisePage.Owner(initials(promise.ownerName()), promise.ownerName(), does(promise, words)),
                open, open ? ways(promise, place, words) : List.of(), callBack(promise, place, words), labels(words),
                UUID.randomUUID().toString(), thanks(done, promise, said, words, channel));
    }

    /// The page on which a customer says something of a promise.
    ///
    /// @param notice why what they said was not taken
    /// @param said   their words that were not
    SayPage saying(Promise promise, Place place, String path, Says what, @Nullable String notice, String said) {
        PageWords words = PageWords.in(time.of(promise).language());
        return new SayPage(path, time.of(promise).language().tag(), words.say(what.key() + ".title"), brand(promise,
                place), words.say(what.key() + ".explained", promise.ownerName()), promise.text().action(),
                what == Says.ADD, words.say(what.key() + ".button"), words.say("back"), UUID.randomUUID().toString(),
                notice == null ? null : words.say("not." + notice), said);
    }

    /// What a customer says on a page of its own, where no clock takes their words away.
    enum Says {
        ADD,
        SOLVED;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static PromisePage.Labels labels(PageWords words) {
        return new PromisePage.Labels(words.say("otherwise"), words.say("add.title"), words.say("solved.title"),
                words.say("foot"));
    }

    /// The moment stands out in the sentence: the last one in it, because what was heard may name others.
    private static PromisePage.Marked marked(String sentence) {
        Matcher found = MOMENT.matcher(sentence);
        int from = -1;
        int to = -1;
        while (found.find()) {
            from = found.start();
            to = found.end();
        }
        return from < 0
                ? new PromisePage.Marked(sentence, "", "")
                : new PromisePage.Marked(sentence.substring(0, from), sentence.substring(from, to), sentence.substring(
                        to));
    }

    private static String does(Promise promise, PageWords words) {
        return words.say(switch (promise.state()) {
            case OPEN, DUE_SOON, LATE -> "owner";
            case KEPT, KEPT_LATE -> "owner.kept";
            case RELEASED, WITHDRAWN -> "owner.released";
        });
    }

    private static String initials(String name) {
        String[] parts = name.strip().split("\\s+");
        String last = parts.length > 1 ? parts[parts.length - 1] : "";
        return (first(parts[0]) + first(last)).toUpperCase(Locale.ROOT);
    }

    private static String first(String word) {
        return word.isEmpty() ? "" : word.substring(0, word.offsetByCodePoints(0, 1));
    }

    /// Nobody is called by their number.
    private static String greeting(Customer customer, PageWords words) {
        boolean named = customer.identities().stream().noneMatch(
                identity -> customer.name().equals(Customer.nameless(identity.address())));
        return named ? words.say("greeting", customer.name()) : words.say("greeting.nameless");
    }

    /// What whoever waits too long can ask for with one touch: to be called, if we know a number.
    private static PromisePage.@Nullable CallBack callBack(Promise promise, Place place, PageWords words) {
        return promise.state() == PromiseState.LATE && place.customer().identities().stream().anyMatch(
                identity -> identity.address() instanceof ChannelAddress.Phone)
                        ? new PromisePage.CallBack(words.say("call.button"), words.say("call.words"), PageIcons.of(
                                ChannelKind.VOICE))
                        : null;
    }

    private String title(Promise promise, PromiseSentence said, PageWords words) {
        if (promise.goingToBeMissed()) {
            return words.say("title.noticed");
        }
        return switch (promise.state()) {
            case OPEN, DUE_SOON -> words.say("title.active", said.before(promise.due()));
            case LATE -> words.say("title.late");
            case KEPT, KEPT_LATE -> words.say("title.kept");
            case RELEASED, WITHDRAWN -> words.say("title.released");
        };
    }

    private String sentence(Promise promise, PromiseSentence said, PageWords words) {
        if (promise.goingToBeMissed()) {
            return words.say("sentence.noticed", said.before(promise.due()), promise.ownerName());
        }
        return switch (promise.state()) {
            case OPEN, DUE_SOON -> promise.moments().size() == 1
                    ? promise.text().sentence()
                    : said.renegotiated(promise.moments().get(promise.moments().size() - 2).due(), promise.due(),
                            String.valueOf(promise.moments().getLast().reason()));
            case LATE -> words.say("sentence.late", said.before(promise.due()), promise.ownerName());
            case KEPT, KEPT_LATE -> words.say("sentence.kept");
            case RELEASED, WITHDRAWN -> words.say("sentence.released");
        };
    }

    private static String look(Promise promise) {
        if (promise.goingToBeMissed()) {
            return "soon";
        }
        return switch (promise.state()) {
            case DUE_SOON -> "soon";
            case LATE -> "late";
            case KEPT, KEPT_LATE -> "kept";
            case OPEN, RELEASED, WITHDRAWN -> "";
        };
    }

    private String headline(Promise promise, PageWords words) {
        if (promise.goingToBeMissed()) {
            return words.say("headline.noticed");
        }
        Duration left = Duration.between(clock.instant(), promise.due());
        return switch (promise.state()) {
            case OPEN, DUE_SOON, LATE -> begun(words.say(left.isNegative() ? "headline.late" : "headline.left",
                    words.length(left)));
            case KEPT -> words.say("headline.kept");
            case KEPT_LATE -> words.say("headline.kept-late");
            case RELEASED, WITHDRAWN -> words.say("headline.released");
        };
    }

    private static String detail(Promise promise, PromiseSentence said, PageWords words) {
        Instant closed = promise.closed();
        if (closed != null) {
            return words.say("detail.closed", said.moment(closed));
        }
        Instant noticed = promise.toldOfDelay();
        if (promise.state() == PromiseState.LATE || promise.goingToBeMissed()) {
            return noticed == null
                    ? words.say("detail.late", said.before(promise.due()))
                    : words.say("detail.noticed", said.before(promise.due()), said.moment(noticed));
        }
        return begun(words.say("detail.by", said.before(promise.due())));
    }

    private static String begun(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /// The first moment, where there is another one now.
    private static PromisePage.@Nullable Earlier earlier(Promise promise, PromiseSentence said, PageWords words) {
        return promise.state().active() && promise.state() != PromiseState.LATE && promise.moments().size() > 1
                ? new PromisePage.Earlier(words.say("detail.first"), said.moment(promise.moments().getFirst().due()))
                : null;
    }

    private List<Step> steps(Promise promise, Place place, PromiseSentence said, PageWords words) {
        List<Past> past = new ArrayList<>();
        past.add(new Past(promise.made(), words.say("step.heard"), promise.text().heard()));
        promise.moments().stream().skip(1).forEach(moment -> past.add(new Past(moment.at(), words.say("step.moved",
                said.moment(moment.due())), moment.reason())));
        Instant noticed = promise.toldOfDelay();
        if (noticed != null) {
            past.add(new Past(noticed, words.say("step.noticed"), null));
        }
        requests.of(promise.id()).stream().filter(request -> request.state() != RequestState.WITHDRAWN).forEach(
                request -> past.addAll(asked(request, words)));
        additions.of(promise, place).forEach(one -> past.add(new Past(one.at(), words.say("step.added"),
                one.words())));
        Instant closed = promise.closed();
        if (closed != null) {
            past.add(new Past(closed, words.say(promise.state() == PromiseState.RELEASED
                    ? "step.released"
                    : "step.kept"), promise.text().action()));
        }
        past.sort(Comparator.comparing(Past::at));
        List<Step> steps = new ArrayList<>();
        past.forEach(one -> steps.add(step(one.at(), said, one.words(), one.more(), one == past.getLast())));
        if (closed == null) {
            steps.add(ahead(promise, place, said, words));
        }
        return steps;
    }

    /// The answer that is to come: at its moment, or, where that has passed or will be missed, at one nobody has set.
    private static Step ahead(Promise promise, Place place, PromiseSentence said, PageWords words) {
        boolean late = promise.state() == PromiseState.LATE || promise.goingToBeMissed();
        return new Step(promise.due().toString(), late ? "" : said.inAColumn(promise.due()),
                answer(promise, place, said,
                        words),
                late ? words.say("step.soon", promise.ownerName()) : promise.text().action(), false);
    }

    private record Past(Instant at, String words, @Nullable String more) {}

    /// That colleagues were asked, and have answered: not who they are, and nothing of what they say.
    private static List<Past> asked(ColleagueRequest request, PageWords words) {
        Past asked = new Past(request.asked(), words.say("step.asked"), null);
        return request.answered() == null
                ? List.of(asked)
                : List.of(asked, new Past(request.answered(), words.say("step.answered"), null));
    }

    /// Which way the answer goes, and where to, as its owner knows the address again.
    private static String answer(Promise promise, Place place, PromiseSentence said, PageWords words) {
        String way = words.say("step.answer", said.on(ChannelKind.of(promise.channel())));
        Optional<String> to = place.customer().identities().stream().filter(
                identity -> identity.id().equals(promise.address())).findFirst().flatMap(
                        identity -> Masked.of(identity.address()));
        return to.map(address -> words.say("step.to", way, address)).orElse(way);
    }

    private static Step step(Instant at, PromiseSentence said, String words, @Nullable String more, boolean now) {
        return new Step(at.toString(), said.inAColumn(at), words, more, now);
    }

    /// Where else the answer could go at its moment: one way a channel.
    private List<Way> ways(Promise promise, Place place, PageWords words) {
        return open(promise, place).stream().map(way -> way.account().channel()).distinct().filter(
                channel -> !channel.wire().equals(promise.channel()) && words.names(channel.wire())).filter(
                        // Whoever waits too long is offered to be called at once.
                        channel -> channel != ChannelKind.VOICE || callBack(promise, place, words) == null).map(
                                channel -> new Way(channel.wire(), words.say("way." + channel.wire()), PageIcons.of(
                                        channel))).toList();
    }

    /// The ways that are open at the promise's moment.
    List<Reachability.Way> open(Promise promise, Place place) {
        Instant now = clock.instant();
        Instant then = promise.due().isBefore(now) ? now : promise.due();
        return reachability.at(place.customer(), place.topic(), then).stream().filter(
                Reachability.Way::answers).toList();
    }

    private String brand(Promise promise, Place place) {
        return reachability.at(place.customer(), place.topic(), clock.instant()).stream().filter(
                way -> way.account().id().value().equals(promise.account())).map(
                        way -> way.account().brand()).findFirst().orElse("");
    }

    private static @Nullable String thanks(@Nullable String done, Promise promise, PromiseSentence said,
            PageWords words, ChannelKind channel) {
        return switch (done == null ? "" : done) {
            case "add" -> words.say("thanks.add", promise.ownerName());
            case "solved" -> promise.state() == PromiseState.RELEASED ? words.say("thanks.solved") : null;
            case "way" -> words.say("thanks.way", said.on(channel));
            default -> null;
        };
    }
}
