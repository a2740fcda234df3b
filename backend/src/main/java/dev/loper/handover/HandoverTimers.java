package dev.loper.handover;

import dev.loper.channel.ChannelAccount;
import dev.loper.conversation.EntryWriter;
import dev.loper.customer.Customers;
import dev.loper.customer.Identity;
import dev.loper.message.Author;
import dev.loper.redis.Timer;
import dev.loper.redis.TimerEffect;
import dev.loper.reply.Channels;
import dev.loper.reply.Replies;
import dev.loper.web.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the clock does with handovers: it lets them expire, and has us say a first sentence to whoever arrived.
@Configuration(proxyBeanMethods = false)
class HandoverTimers {

    private final RedisHandovers handovers;
    private final Endings endings;
    private final Places places;
    private final Customers customers;
    private final Replies replies;
    private final EntryWriter entries;
    private final Channels channels;
    private final Transcript transcript;

    HandoverTimers(RedisHandovers handovers, Endings endings, Places places, Customers customers, Replies replies,
            EntryWriter entries, Channels channels,
            Transcript transcript) {
        this.handovers = handovers;
        this.endings = endings;
        this.places = places;
        this.customers = customers;
        this.replies = replies;
        this.entries = entries;
        this.channels = channels;
        this.transcript = transcript;
    }

    @Bean
    TimerEffect handoverExpiry() {
        return effect("handover-expiry", endings::expire);
    }

    /// Said once, because it is written under an id of its own; then the timer goes.
    @Bean
    TimerEffect handoverGreeting() {
        return effect("handover-greeting", (handover, timer) -> {
            places.of(handover.topic()).ifPresent(place -> greet(handover, place));
            handovers.drop(timer);
        });
    }

    private void greet(Handover handover, Place place) {
        Optional<Identity> there = Optional.ofNullable(handover.arrivedAs()).flatMap(customers::byField);
        if (there.isEmpty() || handover.reserved() && !there.get().customer().equals(place.customer().id())) {
            return;
        }
        try {
            String words = words(handover, place, there.get());
            entries.answer(replies.prepare(place.conversation(), place.topic(),
                    new Replies.Draft(handover.to().wire(), handover.account().value(), List.of(
                            there.get().address().value()), List.of(), null, null, words, null, false, List.of(),
                            "handover-greeting-" + handover.id(), null),
                    new Author(Author.Kind.SYSTEM, null, brand(handover))));
        } catch (ProblemException unreachable) {
            // They have gone again, and the agent sees what the timeline tells.
        }
    }

    /// To an address that was only typed, what was said comes now that an answer has proven it.
    private String words(Handover handover, Place place, Identity there) {
        HandoverWords ours = HandoverWords.in(Language.of(handover.language()));
        String greeting = ours.say("greeting", place.topic().title());
        return handover.reserved() ? greeting + "\n\n" + transcript.of(place, there) : greeting;
    }

    private String brand(Handover handover) {
        return channels.account(handover.account()).map(ChannelAccount::brand).orElse(Author.SYSTEM.name());
    }

    private TimerEffect effect(String kind, BiConsumer<Handover, Timer> work) {
        return new TimerEffect() {

            @Override
            public String kind() {
                return kind;
            }

            @Override
            public void fire(Timer timer) {
                handovers.find(new HandoverId(timer.id())).ifPresentOrElse(handover -> work.accept(handover, timer),
                        () -> handovers.drop(timer));
            }
        };
    }
}
