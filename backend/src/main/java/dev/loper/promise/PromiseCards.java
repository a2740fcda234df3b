package dev.loper.promise;

import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import dev.loper.message.PromiseId;
import dev.loper.promise.PromiseSentence.Language;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a customer may know of promises, for the card that stands in their chat.
@Component
public class PromiseCards {

    private final Promises promises;

    PromiseCards(Promises promises) {
        this.promises = promises;
    }

    /// How a promise stands.
    ///
    /// @param state `open`, `due-soon`, `late`, `kept`, `kept-late` or `released`
    /// @param says  how it stands in the customer's language, where the moment is named no more: they were told that it will be
    ///     missed
    public record Card(String state, Instant due, @Nullable String says) {}

    /// Several in one trip. Those that were taken back are left out.
    public Map<PromiseId, Card> of(List<PromiseId> ids) {
        return promises.find(ids).stream().filter(promise -> promise.state() != PromiseState.WITHDRAWN).collect(
                Collectors.toMap(Promise::id, PromiseCards::card));
    }

    private static Card card(Promise promise) {
        return new Card(promise.state().wire(), promise.due(), promise.goingToBeMissed()
                ? PageWords.in(Language.of(promise.text().language())).say("headline.noticed")
                : null);
    }

    /// The entries by which customers were told of promises: the newest of each, and those that named its moments.
    public Map<EntryId, HomeId> told(List<PromiseId> ids) {
        Map<EntryId, HomeId> told = new HashMap<>();
        promises.find(ids).forEach(promise -> {
            promise.moments().stream().map(Promise.Moment::entry).filter(java.util.Objects::nonNull).forEach(
                    entry -> told.put(entry, promise.home()));
            told.put(promise.entry(), promise.home());
        });
        return told;
    }
}
