package dev.loper.handover;

import dev.loper.channel.ChannelAccount;
import dev.loper.conversation.Added;
import dev.loper.conversation.EntryBody;
import dev.loper.conversation.EntryWriter;
import dev.loper.conversation.RandomIds;
import dev.loper.conversation.Said;
import dev.loper.conversation.Timeline;
import dev.loper.customer.Customer;
import dev.loper.customer.CustomerDetails;
import dev.loper.customer.Customers;
import dev.loper.customer.Identity;
import dev.loper.message.Author;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ChannelKind;
import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import dev.loper.message.Level;
import dev.loper.reply.Reachability;
import dev.loper.reply.Replies;
import dev.loper.web.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Offers handovers: finds the way, makes its proof, and says it.
@Component
class Offers {

    private static final int CODES_TRIED = 20;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");

    private final Ways ways;
    private final RedisRoutes routes;
    private final RedisHandovers handovers;
    private final RedisHandoverWriter writer;
    private final HandoverProofs proofs;
    private final ProofLinks links;
    private final Places places;
    private final Customers customers;
    private final CustomerDetails details;
    private final Replies replies;
    private final Reachability reachability;
    private final Transcript transcript;
    private final Timeline timeline;
    private final RedisLetters letters;
    private final HandoverProperties settings;
    private final Clock clock;

    Offers(Ways ways, RedisRoutes routes, RedisHandovers handovers, RedisHandoverWriter writer, HandoverProofs proofs,
            ProofLinks links, Places places, Customers customers, CustomerDetails details, Replies replies,
            Reachability reachability, Transcript transcript, Timeline timeline, RedisLetters letters,
            HandoverProperties settings, Clock clock) {
        this.timeline = timeline;
        this.ways = ways;
        this.routes = routes;
        this.handovers = handovers;
        this.writer = writer;
        this.proofs = proofs;
        this.links = links;
        this.places = places;
        this.customers = customers;
        this.details = details;
        this.replies = replies;
        this.reachability = reachability;
        this.transcript = transcript;
        this.letters = letters;
        this.settings = settings;
        this.clock = clock;
    }

    /// What somebody wants.
    ///
    /// @param typed   an address to write to, as somebody typed it; none takes the best one known
    /// @param saying  whether the customer is told where they are now
    /// @param words   in place of the route's wording
    record Wish(ChannelKind to, @Nullable String typed, Saying saying, @Nullable String words, String clientId,
            NewHandover.Carried carried) {

        Wish(ChannelKind to, @Nullable String typed, Saying saying, String clientId) {
            this(to, typed, saying, null, clientId, NewHandover.Carried.NOTHING);
        }
    }

    /// How an offer reaches the customer.
    enum Saying {
        /// In a message, where they are.
        TOLD,
        /// Whoever asked shows it to them.
        SHOWN,
        /// A visitor asked for it, whoever that is: it is shown to them, and to an address they only typed goes a letter without
        /// a word of theirs.
        ASKED
    }

    /// @throws ProblemException 422 if the route cannot be taken
    Handover offer(Place asked, Wish wish, Author by) {
        ChannelKind from = Ways.from(asked);
        Route route = routes.find(from, wish.to()).orElseThrow(() -> ProblemException.field("no-route", "to",
                from == wish.to() ? "The customer is on this channel already." : "There is no route to this channel."));
        Place place = typed(asked, wish);
        Ways.Way way = ways.way(route, place);
        ChannelAddress address = address(wish, way);
        How how = address == null ? way.how() : How.WRITE;
        passable(way, address);
        NewHandover.Telling telling = telling(wish, way, address, place.customer());
        for (int number = 0; number < CODES_TRIED; number++) {
            NewHandover offer = made(way, how, address, place, by, number, wish, telling);
            Said.Reply reply = say(offer, way, place, wish, by);
            if (!reply.word().equals("code-taken")) {
                return result(reply, offer);
            }
        }
        throw new IllegalStateException("So many spoken codes are open that none is free.");
    }

    /// A typed address becomes a claim of the customer's, unless they have it already.
    private Place typed(Place place, Wish wish) {
        ChannelAddress typed = typed(wish);
        if (typed == null) {
            return place;
        }
        if (ways.ours(typed)) {
            throw ProblemException.field("our-address", "address",
                    "This is an address of our own. Type the customer's.");
        }
        boolean number = typed instanceof ChannelAddress.Phone;
        if (number && proven(place.customer(), typed)
                || !number && known(place.customer(), typed).isPresent()) {
            return place;
        }
        if (number) {
            throw ProblemException.field("number-unknown", "address",
                    "We have not heard from this number. Leave it out: the customer gets a link to write to us from there.");
        }
        Identity whoever = Optional.ofNullable(place.topic().address()).flatMap(customers::byField).orElseThrow(
                () -> ProblemException.field("no-address", "address", "The customer cannot be written to there."));
        details.told(whoever, null, typed, null);
        return places.of(place.topic().id()).orElse(place);
    }

    private static @Nullable ChannelAddress typed(Wish wish) {
        String text = wish.typed() == null ? "" : wish.typed().strip();
        if (text.isEmpty()) {
            return null;
        }
        return switch (wish.to()) {
            case EMAIL -> Typed.email(text).orElseThrow(() -> ProblemException.field("no-mail-address", "address",
                    "“" + text + "” is not a mail address. Check how it is spelled."));
            case SMS -> new ChannelAddress.Phone(text.replaceAll("[\\s()-]", ""));
            case CHAT, WHATSAPP, VOICE, MESSENGER, INSTAGRAM, TELEGRAM, CUSTOM -> null;
        };
    }

    /// Where we write, if we do.
    private static @Nullable ChannelAddress address(Wish wish, Ways.Way way) {
        ChannelAddress typed = typed(wish);
        Identity best = way.address();
        return typed != null ? typed : best == null ? null : best.address();
    }

    private static Optional<Identity> known(Customer customer, ChannelAddress address) {
        return customer.identities().stream().filter(identity -> identity.address().equals(address)).max(
                java.util.Comparator.comparing(Identity::level));
    }

    /// @throws ProblemException 429 if an address that was only typed got enough letters
    private NewHandover.Telling telling(Wish wish, Ways.Way way, @Nullable ChannelAddress address, Customer customer) {
        if (wish.saying() != Saying.ASKED || address == null || proven(customer, address)) {
            return NewHandover.Telling.AT_ONCE;
        }
        if (!letters.take(account(way).id(), address)) {
            throw new ProblemException("too-many-letters", HttpStatus.TOO_MANY_REQUESTS,
                    "This address got enough letters. Wait for an answer from there.", Map.of("field", "address"));
        }
        return NewHandover.Telling.ONCE_PROVEN;
    }

    private static boolean proven(Customer customer, ChannelAddress address) {
        return known(customer, address).filter(identity -> identity.level() != Level.CLAIMED).isPresent();
    }

    private static void passable(Ways.Way way, @Nullable ChannelAddress address) {
        Ways.Obstacle obstacle = way.obstacle();
        if (obstacle != null && !(obstacle == Ways.Obstacle.NO_ADDRESS && address != null)) {
            throw new ProblemException(obstacle.wire(), HttpStatus.UNPROCESSABLE_CONTENT, obstacle.sentence(),
                    Map.of("field", obstacle == Ways.Obstacle.NO_ADDRESS ? "address" : "to"));
        }
    }

    private NewHandover made(Ways.Way way, How how, @Nullable ChannelAddress address, Place place, Author by,
            int number, Wish wish, NewHandover.Telling telling) {
        HandoverId id = new HandoverId("o" + RandomIds.next());
        Instant now = clock.instant();
        List<String> tokens = new ArrayList<>(List.of(HandoverProofs.digestOfToken(proofs.token(id))));
        if (how == How.TEXT) {
            tokens.add(HandoverProofs.digestOfText(proofs.text(id)));
        }
        if (address != null) {
            tokens.add(way.route().to() == ChannelKind.EMAIL
                    ? HandoverProofs.digestOfLetter(place.topic().id(), address)
                    : HandoverProofs.digestOfShortMessage(address));
        }
        return new NewHandover(id, how, way.route().from(), way.route().to(), account(way).id(), address, by, now,
                now.plus(life(how)), places.language(place), number, tokens,
                how == How.CODE ? proofs.digestOfCode(proofs.code(id, number)) : null, wish.carried(), telling);
    }

    private Duration life(How how) {
        return switch (how) {
            case WRITE -> settings.writtenLife();
            case TEXT, PAGE -> settings.linkLife();
            case CODE -> settings.code().life();
        };
    }

    private static ChannelAccount account(Ways.Way way) {
        return Objects.requireNonNull(way.account());
    }

    private Said.Reply say(NewHandover offer, Ways.Way way, Place place, Wish wish, Author by) {
        String kind = offer.carried().answers().isEmpty() ? "handover-offered" : "handover-carried";
        EntryBody.Event event = EntryBody.Event.ofHandover(kind, new EntryBody.HandoverRef(
                offer.id().value(), offer.from().wire(), offer.to().wire(), null), null, offer.expires());
        Optional<Replies.Draft> draft = draft(offer, way, place, wish);
        if (draft.isEmpty()) {
            return writer.offer(place.conversation(), place.topic().id(), EntryBody.told(by, event, wish.clientId()),
                    offer);
        }
        EntryWriter.Answer words = replies.prepare(place.conversation(), place.topic(), draft.get(), by);
        return writer.offer(new EntryWriter.Answer(words.conversation(), words.home(), words.topic(),
                words.body().with(event), null, Duration.ZERO, words.participants(), words.print()), offer);
    }

    /// What is said of it, and where; nothing if it is only shown.
    private Optional<Replies.Draft> draft(NewHandover offer, Ways.Way way, Place place, Wish wish) {
        ChannelAddress address = offer.address();
        if (address != null && offer.telling() == NewHandover.Telling.ONCE_PROVEN) {
            HandoverWords ours = HandoverWords.in(offer.language());
            return Optional.of(draft(offer.to(), account(way).id().value(), address, ours.template(
                    "offer.unproven.subject"), ours.template("offer.unproven").replace("{no}", proofs.page(offer.id())),
                    wish.clientId()));
        }
        if (address != null) {
            Identity reader = known(place.customer(), address).orElseThrow();
            String words = words(offer, way, place, wish, transcript.of(place, reader,
                    HandoverWords.in(offer.language()))).strip();
            return Optional.of(draft(offer.to(), account(way).id().value(), address, place.topic().title(), words,
                    wish.clientId()));
        }
        if (wish.saying() != Saying.TOLD) {
            return Optional.empty();
        }
        return there(place).map(there -> draft(there.account().channel(), there.account().id().value(),
                there.address().address(), null, words(offer, way, place, wish, ""), wish.clientId()));
    }

    /// Where the customer can be told: where they are, and of a call by text message.
    private Optional<Reachability.Way> there(Place place) {
        ChannelKind from = Ways.from(place);
        ChannelKind told = from == ChannelKind.VOICE ? ChannelKind.SMS : from;
        return reachability.at(place.customer(), place.topic(), clock.instant()).stream().filter(
                Reachability.Way::open).filter(
                        open -> open.account().channel() == told
                                && ways.speaksFor(open.account(), place.topic().account())).findFirst();
    }

    /// The wording with its placeholders filled, in one go: what a customer called their matter is no wording.
    private String words(NewHandover offer, Ways.Way way, Place place, Wish wish, String said) {
        String own = wish.words();
        ProofLinks.Shown shown = links.of(offer, account(way));
        Map<String, String> values = Map.of("topic", place.topic().title(), "link", link(offer, shown), "code",
                ProofLinks.spaced(shown.code()), "number", account(way).address(), "minutes",
                String.valueOf(settings.code().life().toMinutes()), "channel",
                HandoverWords.in(offer.language()).name(offer.to()), "no", proofs.page(offer.id()), "transcript", said);
        String text = own == null ? way.route().wording(offer.language(), offer.how()) : own;
        return PLACEHOLDER.matcher(text).replaceAll(
                found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }

    /// What is tapped to begin a text message is no address of a page, and few programs let one tap it: our page does.
    private String link(NewHandover offer, ProofLinks.Shown shown) {
        return offer.how() == How.TEXT && offer.to() == ChannelKind.SMS ? proofs.page(offer.id()) : shown.url();
    }

    private static Replies.Draft draft(ChannelKind channel, String account, ChannelAddress to,
            @Nullable String subject, String text, String clientId) {
        return new Replies.Draft(channel.wire(), account, List.of(to.value()), List.of(), null, subject, text, null,
                false, List.of(), clientId, null);
    }

    private Handover result(Said.Reply reply, NewHandover offer) {
        return switch (reply.word()) {
            case "stored" -> handovers.find(offer.id()).orElseThrow();
            case "repeat" -> before(reply.added()).orElseThrow(() -> ProblemException.field("client-id-used",
                    "clientId", "This id was given to another message."));
            case "used" -> throw Added.Used.problem();
            case "no-address" -> throw new ProblemException("address-moved", HttpStatus.CONFLICT,
                    "This address was just taken off this customer. Look at the conversation again.");
            default -> throw ProblemException.field("unknown-topic", "topic",
                    "There is no such topic in this conversation any more.");
        };
    }

    /// The handover that the same request made before.
    private Optional<Handover> before(Added added) {
        return added instanceof Added.Repeat(EntryId entry, HomeId home)
                ? timeline.find(home, entry).map(found -> found.body().event()).map(
                        EntryBody.Event::handover).flatMap(told -> handovers.find(new HandoverId(told.id())))
                : Optional.empty();
    }
}
