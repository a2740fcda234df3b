package dev.loper.handover;

import dev.loper.message.ChannelAddress;
import dev.loper.message.ChannelKind;
import dev.loper.message.ChannelMessage;
import dev.loper.message.Level;
import dev.loper.message.TopicId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Recognises who arrives by a message, before anybody asks whose address it came from.
///
/// A message repeated by its provider finds its handover taken by the same address, and is recognised again.
@Component
public class Recognition {

    private final RedisHandovers handovers;
    private final Arrivals arrivals;

    Recognition(RedisHandovers handovers, Arrivals arrivals) {
        this.handovers = handovers;
        this.arrivals = arrivals;
    }

    /// The message, which now says which topic it belongs to; or as it was, if nobody arrives by it.
    ///
    /// @throws dev.loper.redis.StoreUnavailableException if that cannot be found out now
    public ChannelMessage recognise(ChannelMessage message) {
        if (message.level() == Level.CLAIMED || message.automatic() || message.channel() == ChannelKind.CHAT) {
            return message;
        }
        return byText(message).or(() -> byAddress(message)).orElse(message);
    }

    /// A code in the words proves who writes, from wherever they write.
    private Optional<ChannelMessage> byText(ChannelMessage message) {
        if (message.channel() == ChannelKind.EMAIL) {
            return Optional.empty();
        }
        return HandoverProofs.textIn(message.text()).map(HandoverProofs::digestOfText).flatMap(
                handovers::proven).filter(
                        handover -> handover.how() == How.TEXT
                                && handover.to() == message.channel()).flatMap(
                                        handover -> arrive(handover, message, HandoverProofs.without(message.text())));
    }

    /// An answer from the very address we wrote to. A letter must carry our token besides: who has it by being forwarded
    /// the letter writes from another address. A text message carries nothing of ours, so only the first one is an answer to that
    /// offer; whatever comes after it is about whatever it is about.
    private Optional<ChannelMessage> byAddress(ChannelMessage message) {
        return digest(message).flatMap(handovers::proven).filter(handover -> handover.how() == How.WRITE
                && handover.to() == message.channel() && (message.channel() == ChannelKind.EMAIL
                        || handover.state() == HandoverState.OFFERED)).flatMap(
                                handover -> arrive(handover, message, message.text()));
    }

    private static Optional<String> digest(ChannelMessage message) {
        ChannelAddress from = message.from();
        TopicId topic = message.hints().replyTopic();
        return switch (message.channel()) {
            case EMAIL -> Optional.ofNullable(topic).map(named -> HandoverProofs.digestOfLetter(named, from));
            case SMS -> Optional.of(HandoverProofs.digestOfShortMessage(from));
            case CHAT, WHATSAPP, VOICE, MESSENGER, INSTAGRAM, TELEGRAM, CUSTOM -> Optional.empty();
        };
    }

    private Optional<ChannelMessage> arrive(Handover handover, ChannelMessage message, String words) {
        return switch (arrivals.arrive(handover, message.from(), null, message.sentAt())) {
            case Arrival.There(Handover now, Place place) -> Optional.of(message.in(now.topic(), words));
            case Arrival.Closed closed -> Optional.empty();
            case Arrival.Gone gone -> Optional.empty();
        };
    }
}
