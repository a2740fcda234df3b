package dev.loper.promise;

import dev.loper.customer.Customer;
import dev.loper.message.ChannelKind;
import dev.loper.promise.PromiseKeeping.Place;
import dev.loper.promise.PromisePage.Step;
import dev.loper.promise.PromisePage.Way;
import dev.loper.reply.Reachability;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes the page of a promise: what the customer may know of it, in their language and time.
@Component
class PromisePages {

    private final CustomerTime time;
    private final Reachability reachability;
    private final Clock clock;

    PromisePages(CustomerTime time, Reachability reachability, Clock clock) {
        this.time = time;
        this.reachability = reachability;
        this.clock = clock;
    }

    PromisePage of(Promise promise, Place place, String path, @Nullable String thanks) {
        PromiseSentence said = time.of(promise);
        PageWords words = PageWords.in(said.language());
        ChannelKind channel = ChannelKind.of(promise.channel());
        List<Way> ways = promise.state().active() ? ways(promise, place, words) : List.of();
        return new PromisePage(path, said.language().tag(), title(promise, said, words), brand(promise, place),
                greeting(place.customer(), words), sentence(promise, said, words), look(promise),
                headline(promise, words), detail(promise, said, words), steps(promise, said, words, channel),
                promise.ownerName(), words.say("owner"), promise.state().active(), promise.state().active(), ways,
                words.say("otherwise"), words.say("add"), words.say("send"), words.say("solved"),
                UUID.randomUUID().toString(), thanks(thanks, promise, said, words, channel), words.say("foot"));
    }

    /// Nobody is called by their number.
    private static String greeting(Customer customer, PageWords words) {
        boolean named = customer.identities().stream().noneMatch(
                identity -> customer.name().equals(Customer.nameless(identity.address())));
        return named ? words.say("greeting", customer.name()) : words.say("greeting.nameless");
    }

    private String title(Promise promise, PromiseSentence said, PageWords words) {
        return switch (promise.state()) {
            case OPEN, DUE_SOON -> words.say("title.active", said.before(promise.due()));
            case LATE -> words.say("title.late");
            case KEPT, KEPT_LATE -> words.say("title.kept");
            case RELEASED, WITHDRAWN -> words.say("title.released");
        };
    }

    private String sentence(Promise promise, PromiseSentence said, PageWords words) {
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
        return switch (promise.state()) {
            case DUE_SOON -> "soon";
            case LATE -> "late";
            case KEPT, KEPT_LATE -> "kept";
            case OPEN, RELEASED, WITHDRAWN -> "";
        };
    }

    private String headline(Promise promise, PageWords words) {
        Duration left = Duration.between(clock.instant(), promise.due());
        return switch (promise.state()) {
            case OPEN, DUE_SOON, LATE -> words.say(left.isNegative() ? "headline.late" : "headline.left",
                    words.length(left));
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
        Instant noticed = promise.noticed();
        if (promise.state() == PromiseState.LATE) {
            return noticed == null
                    ? words.say("detail.late", said.before(promise.due()))
                    : words.say("detail.noticed", said.before(promise.due()), said.moment(noticed));
        }
        return promise.moments().size() == 1
                ? words.say("detail.by", said.before(promise.due()))
                : words.say("detail.moved", said.before(promise.due()),
                        said.moment(promise.moments().getFirst().due()));
    }

    private static List<Step> steps(Promise promise, PromiseSentence said, PageWords words, ChannelKind channel) {
        List<Step> steps = new ArrayList<>();
        steps.add(step(promise.made(), said, words.say("step.heard"), promise.text().heard(), false));
        promise.moments().stream().skip(1).forEach(moment -> steps.add(step(moment.at(), said,
                words.say("step.moved", said.moment(moment.due())), moment.reason(), false)));
        Instant noticed = promise.noticed();
        if (noticed != null) {
            steps.add(step(noticed, said, words.say("step.noticed"), null, false));
        }
        if (promise.state().active()) {
            steps.add(step(promise.due(), said, words.say("step.answer", said.on(channel)), promise.text().action(),
                    true));
        } else if (promise.closed() != null) {
            steps.add(step(promise.closed(), said, words.say(promise.state() == PromiseState.RELEASED
                    ? "step.released"
                    : "step.kept"), null, true));
        }
        return steps;
    }

    private static Step step(Instant at, PromiseSentence said, String words, @Nullable String more, boolean now) {
        return new Step(at.toString(), said.moment(at), words, more, now);
    }

    /// Where else the answer could go at its moment: one way a channel.
    private List<Way> ways(Promise promise, Place place, PageWords words) {
        return open(promise, place).stream().map(way -> way.account().channel()).distinct().filter(
                channel -> !channel.wire().equals(promise.channel()) && words.names(channel.wire())).map(
                        channel -> new Way(channel.wire(), words.say("way." + channel.wire()))).toList();
    }

    /// The ways that are open at the promise's moment.
    List<Reachability.Way> open(Promise promise, Place place) {
        Instant now = clock.instant();
        Instant then = promise.due().isBefore(now) ? now : promise.due();
        return reachability.at(place.customer(), place.topic(), then).stream().filter(Reachability.Way::open).toList();
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
            case "solved" -> words.say("thanks.solved");
            case "way" -> words.say("thanks.way", said.on(channel));
            default -> null;
        };
    }
}
