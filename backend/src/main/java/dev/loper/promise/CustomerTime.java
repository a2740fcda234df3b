package dev.loper.promise;

import dev.loper.conversation.Conversation;
import dev.loper.conversation.Timeline;
import dev.loper.conversation.Topic;
import dev.loper.customer.Customer;
import dev.loper.customer.CustomerWishes;
import dev.loper.customer.QuietHours;
import dev.loper.promise.PromiseSentence.Language;
import dev.loper.routing.WrittenLanguage;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The language and the time of a customer, for what is said to them.
@Component
class CustomerTime {

    private final PromiseProperties settings;
    private final CustomerWishes wishes;
    private final Timeline timeline;
    private final Clock clock;

    CustomerTime(PromiseProperties settings, CustomerWishes wishes, Timeline timeline, Clock clock) {
        this.settings = settings;
        this.wishes = wishes;
        this.timeline = timeline;
        this.clock = clock;
    }

    /// The words for a customer, in the language they wish; whose language is not known is answered in the one they last wrote
    /// in. What we said ourselves tells nothing of it.
    PromiseSentence of(Customer customer, Conversation conversation, Topic topic) {
        Language language = Optional.ofNullable(wishes.of(customer).language()).or(
                () -> Optional.ofNullable(customer.language())).filter(tag -> !tag.isBlank()).map(Language::of).or(
                        () -> WrittenLanguage.of(timeline.heard(conversation, topic.id()), topic.title()).map(
                                Language::of)).orElse(Language.ENGLISH);
        return new PromiseSentence(language, zone(customer.zone()), clock.instant());
    }

    /// The words a promise was made in.
    PromiseSentence of(Promise promise) {
        return new PromiseSentence(Language.of(promise.text().language()), zone(promise.text().zone()),
                clock.instant());
    }

    /// Whether it is quiet where the customer is, by their own wish or else the house's custom: they are not to be bothered on
    /// other channels than they chose.
    boolean quiet(Promise promise, Customer customer) {
        QuietHours own = wishes.of(customer).quiet();
        if (own != null) {
            return own.endAfter(clock.instant()) != null;
        }
        LocalTime there = LocalTime.ofInstant(clock.instant(), zone(promise.text().zone()));
        LocalTime from = settings.quietFrom();
        LocalTime until = settings.quietUntil();
        return from.isBefore(until)
                ? !there.isBefore(from) && there.isBefore(until)
                : !there.isBefore(from) || there.isBefore(until);
    }

    private ZoneId zone(@Nullable String zone) {
        try {
            return zone == null || zone.isBlank() ? settings.zone() : ZoneId.of(zone);
        } catch (DateTimeException e) {
            return settings.zone();
        }
    }
}
