package dev.loper.promise;

import dev.loper.message.PersonId;
import dev.loper.message.PromiseId;
import dev.loper.message.TopicId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A question to somebody without a seat, on which a promise may depend.
///
/// @param promise  that depends on the answer; none if the answer is for its topic alone
/// @param version  raised whenever its moment changes: its timers are those of one version
/// @param to       the mail address that was asked
/// @param name     whose it is
/// @param by       who asked
/// @param due      until when it is to be answered, before the promise's moment if there is one
/// @param mail     what became of its newest mail: `waiting`, `sent`, `failed` or `no-mailbox`
/// @param reminded when they were last reminded
record ColleagueRequest(RequestId id, TopicId topic, @Nullable PromiseId promise, RequestState state, long version,
        String to, String name,
        PersonId by, String byName, Instant asked, Instant due, String mail, @Nullable String mailReason,
        @Nullable Instant reminded, @Nullable Instant answered, Text text) {

    /// What never changes about it, in words.
    ///
    /// @param excerpt  of the conversation, as the agent chose it; all that is shown of it
    /// @param language in which they are written to: `en` or `nl`
    record Text(String question, @Nullable String excerpt, String language) {}

    /// A request as it lies in the store; `request-change.lua` writes it.
    record Stored(String topic, @Nullable String promise, String state, long version, String to, String name, String by,
            String byName,
            long asked, long due, String mail, @Nullable String mailReason, @Nullable Long reminded,
            @Nullable Long answered) {}

    static ColleagueRequest of(RequestId id, Stored stored, Text text) {
        return new ColleagueRequest(id, new TopicId(stored.topic()),
                stored.promise() == null ? null : new PromiseId(stored.promise()), RequestState.of(stored.state()),
                stored.version(), stored.to(), stored.name(), new PersonId(stored.by()), stored.byName(),
                Instant.ofEpochMilli(stored.asked()), Instant.ofEpochMilli(stored.due()), stored.mail(),
                stored.mailReason(), instant(stored.reminded()), instant(stored.answered()), text);
    }

    private static @Nullable Instant instant(@Nullable Long ms) {
        return ms == null ? null : Instant.ofEpochMilli(ms);
    }
}
