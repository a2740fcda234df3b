package dev.loper.handover;

import dev.loper.channel.ChannelAccount;
import dev.loper.channel.ChatGuests;
import dev.loper.customer.Customers;
import dev.loper.customer.Masked;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ChannelKind;
import dev.loper.message.Level;
import dev.loper.reply.Channels;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The customer's page of a handover.
///
/// Looking changes nothing, because mail scanners and previews follow links too; only its forms do. It knows no session and no
/// cookie; the browser says itself whether it is a visitor already.
@Controller
@RequestMapping("/h/{token}")
class HandoverPageController {

    private static final String OURS = "same-origin";
    private static final Set<String> ELSEWHERE = Set.of("cross-site", "same-site");

    private final RedisHandovers handovers;
    private final Arrivals arrivals;
    private final Endings endings;
    private final Places places;
    private final ProofLinks links;
    private final Channels channels;
    private final ChatGuests guests;
    private final Customers customers;
    private final Clock clock;

    HandoverPageController(RedisHandovers handovers, Arrivals arrivals, Endings endings, Places places,
            ProofLinks links, Channels channels, ChatGuests guests, Customers customers, Clock clock) {
        this.handovers = handovers;
        this.arrivals = arrivals;
        this.endings = endings;
        this.places = places;
        this.links = links;
        this.channels = channels;
        this.guests = guests;
        this.customers = customers;
        this.clock = clock;
    }

    private record Found(Handover handover, ChannelAccount account, Place place) {}

    @GetMapping
    ModelAndView page(@PathVariable String token,
            @RequestHeader(value = "Accept-Language", defaultValue = "en") String language) {
        return find(token).map(found -> offered(found, token)).orElseGet(() -> gone(language));
    }

    /// Goes on in the chat, on this page.
    ///
    /// @param visitor the token of a browser that was in the chat before
    /// @param site    whose page the form is on, as browsers say: another site's would press the button for somebody who has
    ///                not read whom this is for, so it is shown to them
    @PostMapping("/continue")
    ModelAndView goOn(@PathVariable String token, @RequestParam(required = false) @Nullable String visitor,
            @RequestHeader(value = "Accept-Language", defaultValue = "en") String language,
            @RequestHeader(value = "Sec-Fetch-Site", defaultValue = OURS) String site) {
        return ELSEWHERE.contains(site) ? page(token, language) : goOn(token, visitor, language);
    }

    private ModelAndView goOn(String token, @Nullable String visitor, String language) {
        return find(token).filter(found -> found.handover().how() == How.PAGE).map(
                found -> goOn(found, visitor)).orElseGet(() -> gone(language));
    }

    @PostMapping("/decline")
    ModelAndView decline(@PathVariable String token,
            @RequestHeader(value = "Accept-Language", defaultValue = "en") String language,
            @RequestHeader(value = "Sec-Fetch-Site", defaultValue = OURS) String site) {
        return ELSEWHERE.contains(site) ? page(token, language) : decline(token, language);
    }

    private ModelAndView decline(String token, String language) {
        return find(token).map(found -> {
            endings.decline(found.handover(), found.place());
            return over(found, handovers.find(found.handover().id()).map(Handover::state).orElse(
                    HandoverState.EXPIRED));
        }).orElseGet(() -> gone(language));
    }

    private ModelAndView goOn(Found found, @Nullable String token) {
        ChannelAddress.Visitor visitor = guests.known(found.account().id(), token).orElseGet(guests::mint);
        return switch (arrivals.arrive(found.handover(), visitor, null)) {
            case Arrival.There(Handover now, Place place) -> chat(found, visitor);
            case Arrival.Closed(HandoverState state) -> over(found, state);
            case Arrival.Gone gone -> over(found, HandoverState.EXPIRED);
        };
    }

    private ModelAndView offered(Found found, String token) {
        Handover handover = found.handover();
        if (!handover.open(clock.instant())) {
            return over(found, handover.state() == HandoverState.OFFERED ? HandoverState.EXPIRED : handover.state());
        }
        HandoverWords words = words(found);
        Map<String, Object> page = basics(found);
        page.put("path", "/h/" + token);
        page.put("lead", words.say("page.lead." + handover.how().wire(), found.place().topic().title(), words.name(
                handover.to())));
        page.put("whose", whose(found));
        page.put("account", found.account().id().value());
        page.put("decline", words.say("page.decline"));
        page.put("continues", handover.how() == How.PAGE);
        page.put("continue", words.say("page.continue"));
        ProofLinks.Shown shown = links.of(handover, found.account());
        boolean sends = handover.how() == How.TEXT;
        page.put("sends", sends);
        page.put("link", shown.url());
        page.put("open", handover.to() == ChannelKind.SMS
                ? words.say("page.open.sms")
                : words.say("page.open", words.name(handover.to())));
        if (sends) {
            QrPicture picture = QrPicture.of(shown.url());
            page.put("qrBox", "-2 -2 " + (picture.size() + 4) + " " + (picture.size() + 4));
            page.put("qrPath", picture.path());
        }
        page.put("scan", words.say("page.scan"));
        return new ModelAndView("handover", page);
    }

    private ModelAndView chat(Found found, ChannelAddress.Visitor visitor) {
        HandoverWords words = words(found);
        Map<String, Object> page = basics(found);
        page.put("lead", words.say(guest(found, visitor) ? "page.guest" : "page.there", found.place().topic().title()));
        page.put("account", found.account().id().value());
        page.put("visitor", guests.tokenOf(found.account().id(), visitor));
        return new ModelAndView("handover-chat", page);
    }

    /// Whom it was given to, so that nobody goes on in somebody else's name unawares: links are passed on.
    private String whose(Found found) {
        return Optional.ofNullable(found.place().topic().address()).flatMap(customers::byField).flatMap(
                identity -> Masked.of(identity.address())).map(
                        address -> words(found).say("page.whose", address)).orElse("");
    }

    /// Whether the browser has a customer of its own, and keeps to what is theirs.
    private boolean guest(Found found, ChannelAddress.Visitor visitor) {
        return customers.identity(visitor, Level.OBSERVED).filter(
                identity -> !identity.customer().equals(found.place().customer().id())).isPresent();
    }

    private ModelAndView over(Found found, HandoverState state) {
        HandoverWords words = words(found);
        return plain(Language.of(found.handover().language()), words.say("page.title"),
                words.say("page.over." + state.wire()), HttpStatus.OK);
    }

    private Map<String, Object> basics(Found found) {
        HandoverWords words = words(found);
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("language", found.handover().language());
        page.put("title", words.say("page.title"));
        page.put("brand", found.account().brand());
        page.put("foot", words.say("page.foot"));
        return page;
    }

    private static HandoverWords words(Found found) {
        return HandoverWords.in(Language.of(found.handover().language()));
    }

    private Optional<Found> find(String token) {
        return handovers.proven(HandoverProofs.digestOfToken(token)).flatMap(
                handover -> channels.account(handover.account()).flatMap(account -> places.of(handover.topic()).map(
                        place -> new Found(handover, account, place))));
    }

    private static ModelAndView gone(String language) {
        HandoverWords words = HandoverWords.in(Language.of(language));
        return plain(Language.of(language), words.say("page.gone.title"), words.say("page.gone.text"),
                HttpStatus.NOT_FOUND);
    }

    private static ModelAndView plain(Language language, String title, String text, HttpStatus status) {
        ModelAndView page = new ModelAndView("gone",
                Map.of("language", language.tag(), "title", title, "text", text));
        page.setStatus(status);
        return page;
    }
}
