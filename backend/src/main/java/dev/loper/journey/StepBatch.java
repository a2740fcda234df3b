package dev.loper.journey;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a page sends at a time, read and cleaned.
///
/// @param visitor the visitor's token, perhaps of nobody
/// @param forget  the visitor takes their consent back
/// @param consent the page's name for the consent it has, or takes back; empty if it gives none
/// @param answer  what they say to our invitation
record StepBatch(@Nullable String visitor, boolean forget, String consent, @Nullable Answer answer, List<Step> steps) {

    /// @param answer `taken` or `dismissed`
    record Answer(String offer, String answer) {}

    /// Bytes of a batch.
    static final int SIZE = 32 * 1024;
    /// Steps of a batch.
    static final int MOST = 50;
    private static final String ID = "[\\w.:-]{1,64}";
    private static final Set<String> KINDS = Set.of("page", "basket", "form", "search", "order");
    private static final Set<String> ANSWERS = Set.of("taken", "dismissed");
    private static final JsonMapper JSON = new JsonMapper();

    /// @return empty if it is none
    static Optional<StepBatch> read(byte[] body, Instant now) {
        try {
            JsonNode root = JSON.readTree(body);
            JsonNode steps = root.get("steps");
            if (!root.isObject() || steps == null && !root.has("forget") || steps != null && (!steps.isArray()
                    || steps.size() > MOST)) {
                return Optional.empty();
            }
            List<Step> read = new ArrayList<>();
            if (steps != null) {
                for (JsonNode step : steps) {
                    Optional<Step> one = step(step, now);
                    if (one.isEmpty()) {
                        return Optional.empty();
                    }
                    read.add(one.get());
                }
            }
            return Optional.of(
                    new StepBatch(text(root.get("visitor"), 300), root.path("forget").asBoolean(false),
                            consent(root), answer(root), read));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static String consent(JsonNode root) {
        return Optional.ofNullable(text(root.get("consent"), 64)).filter(name -> name.matches(ID)).orElse("");
    }

    Optional<Answer> answered() {
        return Optional.ofNullable(answer);
    }

    private static @Nullable Answer answer(JsonNode root) {
        String offer = text(root.get("invite"), 60);
        String answer = text(root.get("answer"), 10);
        return offer == null || answer == null || !ANSWERS.contains(answer) ? null : new Answer(offer, answer);
    }

    private static Optional<Step> step(JsonNode step, Instant now) {
        String id = text(step.get("id"), 64);
        String kind = text(step.get("kind"), 20);
        String name = text(step.get("name"), 400);
        if (id == null || !id.matches(ID) || kind == null
                || !KINDS.contains(kind) || name == null) {
            return Optional.empty();
        }
        return Optional.of(new Step(id, at(step.get("at"), now), kind, NeverRecord.clean(name),
                NeverRecord.address(text(step.get("url"), 2000)), NeverRecord.data(step.get("data"))));
    }

    /// A visitor's clock may be wrong; what they did was not tomorrow, and not last week.
    private static Instant at(@Nullable JsonNode at, Instant now) {
        try {
            Instant said = at == null
                    ? now
                    : at.isNumber() ? Instant.ofEpochMilli(at.asLong()) : Instant.parse(at.asString());
            Instant earliest = now.minusSeconds(86_400);
            return said.isAfter(now) ? now : said.isBefore(earliest) ? earliest : said;
        } catch (DateTimeParseException e) {
            return now;
        }
    }

    private static @Nullable String text(@Nullable JsonNode node, int most) {
        return node != null && node.isString() && node.asString().length() <= most ? node.asString() : null;
    }
}
