package dev.loper.channel.webchat;

import dev.loper.channel.VisitorHandovers;
import dev.loper.channel.webchat.ChatFrames.Elsewhere;
import dev.loper.channel.webchat.ChatFrames.GoOn;
import dev.loper.channel.webchat.ChatFrames.Reason;
import dev.loper.channel.webchat.ChatFrames.Stay;
import dev.loper.channel.webchat.ChatSession.Guest;
import dev.loper.message.ChannelKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// A visitor goes on through another channel: they are shown how.
@Component
class ChatHandovers {

    /// Offers of one visitor; each makes something that proves who they are.
    private static final int PER_MINUTE = 6;
    /// Offers to one network address: whoever wants more visitors only has to say hello again.
    private static final int PER_MINUTE_AND_ADDRESS = 30;
    /// Letters at the wish of one network address, to whomever.
    private static final int LETTERS_PER_MINUTE = 6;
    private static final int LETTERS_PER_HOUR = 30;

    private final VisitorHandovers handovers;
    private final ChatBuckets buckets;

    ChatHandovers(VisitorHandovers handovers, ChatBuckets buckets) {
        this.handovers = handovers;
        this.buckets = buckets;
    }

    List<String> ways(ChatSite site) {
        return handovers.ways(site.id()).stream().map(ChannelKind::wire).toList();
    }

    void take(ChatSession session, Guest guest, GoOn wish) {
        Duration wait = wait(session.address(), guest, wish);
        if (wait.isPositive()) {
            session.refuse(wish.id(), Reason.TOO_FAST, wait);
            return;
        }
        Optional<VisitorHandovers.Way> way = channel(wish).flatMap(
                to -> handovers.offer(guest.visitor(), to, wish.address(), guest.visitor().value() + wish.id()));
        way.ifPresentOrElse(found -> session.send(frame(wish, found)),
                () -> session.refuse(wish.id(), Reason.BAD_FRAME, null));
    }

    void take(ChatSession session, Guest guest, Stay stays) {
        Duration wait = buckets.take("stay:" + guest.visitor().value(), PER_MINUTE_AND_ADDRESS);
        if (wait.isPositive()) {
            session.refuse(stays.offer(), Reason.TOO_FAST, wait);
        } else {
            handovers.decline(guest.visitor(), stays.offer());
        }
    }

    private Duration wait(String address, Guest guest, GoOn wish) {
        return Stream.<Supplier<Duration>>of(
                () -> buckets.take("go-on:" + guest.visitor().value(), PER_MINUTE),
                () -> buckets.take("go-on:" + address, PER_MINUTE_AND_ADDRESS),
                () -> letter(wish) ? buckets.take("letters:" + address, LETTERS_PER_MINUTE) : Duration.ZERO,
                () -> letter(wish)
                        ? buckets.take("letters-hour:" + address, LETTERS_PER_HOUR, Duration.ofHours(1))
                        : Duration.ZERO).map(Supplier::get).filter(Duration::isPositive).findFirst().orElse(
                                Duration.ZERO);
    }

    private static boolean letter(GoOn wish) {
        return ChannelKind.EMAIL.wire().equals(wish.to());
    }

    private static Optional<ChannelKind> channel(GoOn wish) {
        try {
            return Optional.of(ChannelKind.of(wish.to()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Elsewhere frame(GoOn wish, VisitorHandovers.Way way) {
        return new Elsewhere(wish.id(), way.offer(), way.to().wire(), way.link(), way.code(), way.number(),
                way.qrSize(), way.qr(),
                way.until());
    }
}
