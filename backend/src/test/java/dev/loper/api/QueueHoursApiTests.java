package dev.loper.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Moments, rulers, notices and questions go by the opening hours of the queue a topic is in: here one that is open from four
/// to five in the morning, every day, in London.
class QueueHoursApiTests extends ApiCase {

    private Talk atNight() {
        List<Map<String, String>> night = List.of(Map.of("from", "04:00", "until", "05:00"));
        Map<String, Object> week = new HashMap<>();
        Stream.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday").forEach(
                day -> week.put(day, night));
        String calendar = noor().does("/api/v1/calendars", Map.of("name", "Night " + mark, "zone", "UTC", "week", week,
                "days", List.of())).get("id").asString();
        String queue = noor().does("/api/v1/queues", Map.of("name", "Night " + mark, "calendar", calendar)).get(
                "id").asString();
        return in(queue, text());
    }

    @Test
    void aMomentOfATopicIsReadByTheHoursOfItsQueue() {
        Talk talk = atNight();

        JsonNode closing = moment(talk, "before closing");
        assertThat(Instant.parse(closing.get("at").asString()).atZone(ZoneOffset.UTC).getHour()).isEqualTo(5);
        JsonNode morning = moment(talk, "monday morning");
        String earliest = morning.get("from").isNull()
                ? morning.get("instead").asString()
                : morning.get("from").asString();
        assertThat(Instant.parse(earliest).atZone(ZoneOffset.UTC).getHour()).isEqualTo(4);
        assertThat(moment(in("main", talk), "before closing").get("at")).isNotEqualTo(closing.get("at"));
    }

    @Test
    void aMomentOfAHiddenTopicIsNotTold() {
        refused(agent("orders").get(in("billing", text()).topicAt("/moment?text=tomorrow")), 404, "not-found");
    }

    @Test
    void theRulerOfAPromiseShowsWhenItsQueueIsThere() {
        Talk talk = atNight();
        JsonNode open = noor().does(talk.at("/promises/preview"), Map.of("topic", talk.topic(), "heard", "x", "action",
                "y", "dueAt", inDays(3), "channel", "sms")).get("open");

        assertThat(open).isNotEmpty();
        open.forEach(span -> assertThat(Instant.parse(span.get("to").asString()).atZone(
                ZoneOffset.UTC).getHour()).isEqualTo(5));
    }

    private JsonNode moment(Talk talk, String words) {
        return noor().read(talk.topicAt("/moment?text=" + URLEncoder.encode(words, StandardCharsets.UTF_8)));
    }
}
