package dev.loper.promise;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A question to a colleague as it stands.
///
/// @param state `asked`, `overdue`, `answered` or `withdrawn`
/// @param mail  what became of its newest mail: `waiting`, `sent`, `failed` (and why) or `no-mailbox`
record ColleagueRequestView(String id,
        @Schema(allowableValues = {
                "asked", "overdue", "answered", "withdrawn"}) String state,
        String to, String name, String question, @Nullable String excerpt,
        PromiseView.PersonRef by, Instant askedAt, Instant dueAt,
        @Schema(allowableValues = {
                "waiting", "sent", "failed", "no-mailbox"}) String mail,
        @Nullable String mailReason,
        @Nullable Instant remindedAt, @Nullable Instant answeredAt) {

    static ColleagueRequestView of(ColleagueRequest one) {
        return new ColleagueRequestView(one.id().value(), one.state().wire(), one.to(), one.name(),
                one.text().question(), one.text().excerpt(), new PromiseView.PersonRef(one.by().value(), one.byName()),
                one.asked(), one.due(), one.mail(), one.mailReason(), one.reminded(), one.answered());
    }
}
