package dev.loper.handover;

import dev.loper.conversation.EntryBody;
import dev.loper.conversation.Said;
import dev.loper.message.Author;
import dev.loper.redis.Timer;
import java.util.List;
import org.springframework.stereotype.Component;

/// Ends handovers that nobody took.
@Component
class Endings {

    private final RedisHandoverWriter writer;
    private final RedisHandovers handovers;
    private final Places places;

    Endings(RedisHandoverWriter writer, RedisHandovers handovers, Places places) {
        this.writer = writer;
        this.handovers = handovers;
        this.places = places;
    }

    /// Somebody of ours takes it back.
    ///
    /// @return whether it was open
    boolean revoke(Handover handover, Place place, Author by) {
        return end(handover, place, HandoverState.REVOKED, by);
    }

    /// The customer does not want it.
    boolean decline(Handover handover, Place place) {
        return end(handover, place, HandoverState.DECLINED,
                new Author(Author.Kind.CUSTOMER, place.customer().id().value(), place.customer().name()));
    }

    /// Its time has passed.
    void expire(Handover handover, Timer timer) {
        places.of(handover.topic()).ifPresentOrElse(
                place -> writer.expire(handover, place.conversation(), line(handover, HandoverState.EXPIRED,
                        Author.SYSTEM), timer.version()),
                () -> handovers.drop(timer));
    }

    /// Takes back what else was offered to get there, once they are there: a link that is left over opens nothing any more, and
    /// counts for nobody who stayed away. What we wrote may still be answered.
    void spare(Handover taken) {
        if (taken.state() == HandoverState.ARRIVED) {
            places.of(taken.topic()).ifPresent(place -> handovers.of(List.of(taken.topic())).stream().filter(
                    other -> other.state() == HandoverState.OFFERED && other.to() == taken.to()
                            && other.how() != How.WRITE).forEach(
                                    other -> writer.spare(other, place.conversation(), line(other,
                                            HandoverState.REVOKED, Author.SYSTEM))));
        }
    }

    private boolean end(Handover handover, Place place, HandoverState state, Author by) {
        Said.Reply reply = writer.end(handover, place.conversation(), state, line(handover, state, by));
        return reply.word().equals("ended");
    }

    private static EntryBody line(Handover handover, HandoverState state, Author by) {
        return EntryBody.told(by, EntryBody.Event.ofHandover("handover-" + state.wire(), handover.told(null), null,
                null), "handover-" + state.wire() + "-" + handover.id());
    }
}
