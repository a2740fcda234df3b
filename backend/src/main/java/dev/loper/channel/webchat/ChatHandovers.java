package dev.loper.channel.webchat;

import dev.loper.channel.VisitorHandovers;
import dev.loper.channel.webchat.ChatFrames.Elsewhere;
import dev.loper.channel.webchat.ChatFrames.GoOn;
import dev.loper.channel.webchat.ChatFrames.Reason;
import dev.loper.channel.webchat.ChatSession.Guest;
import dev.loper.message.ChannelKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// A visitor goes on through another channel: they are shown how.
@Component
class ChatHandovers {

    /// Offers of one visitor; each makes something that proves who they are.
    private static final int PER_MINUTE = 6;

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
        Duration wait = buckets.take("go-on:" + guest.visitor().value(), PER_MINUTE);
        if (wait.isPositive()) {
            session.refuse(wish.id(), Reason.TOO_FAST, wait);
            return;
        }
        Optional<VisitorHandovers.Way> way = channel(wish).flatMap(
                to -> handovers.offer(guest.visitor(), to, wish.address(), guest.visitor().value() + wish.id()));
        way.ifPresentOrElse(found -> session.send(frame(wish, found)),
                () -> session.refuse(wish.id(), Reason.BAD_FRAME, null));
    }

    private static Optional<ChannelKind> channel(GoOn wish) {
        try {
            return Optional.of(ChannelKind.of(wish.to()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Elsewhere frame(GoOn wish, VisitorHandovers.Way way) {
        return new Elsewhere(wish.id(), way.to().wire(), way.link(), way.code(), way.number(), way.qrSize(), way.qr(),
                way.until());
    }
}
