package dev.loper.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The board's numbers, of the queues its viewer watches over and of no other.
class BoardApiTests extends ApiCase {

    @Test
    void aQueueIsCountedAsItsCustomersWaitAndAreAnswered() {
        String queue = queue("orders", Map.of("first", 60, "warn", 60));
        Talk first = in(queue, text());
        in(queue, text());
        Talk answered = in(queue, text());
        assertThat(noor().post(answered.at("/messages"), answer("Here you are.")).status()).isBetween(200, 299);
        Caller inge = watching(queue);
        eventually(() -> line(inge, queue).get("soon").asInt() == 2 ? true : null);

        JsonNode line = line(inge, queue);
        assertThat(line.get("open").asInt()).isEqualTo(3);
        assertThat(line.get("waiting").asInt()).isEqualTo(2);
        assertThat(line.get("late").asInt()).isZero();
        assertThat(line.get("target").asInt()).isEqualTo(60);
        assertThat(line.get("staffed").asInt()).isZero();
        assertThat(line.at("/longest/topic").asString()).isEqualTo(first.topic());
        assertThat(line.at("/longest/since").asString()).isEqualTo(noor().read(first.at("")).at(
                "/topics/0/waitingSince").asString());
        assertThat(line.at("/longest/dueAt").asString()).isNotEmpty();
        assertThat(line.at("/longest/assignee").isNull()).isTrue();
        List<JsonNode> risks = list(board(inge).get("atRisk"));
        assertThat(risks).hasSize(2).allMatch(risk -> risk.get("queue").asString().equals(queue) && risk.get(
                "state").asString().equals("soon"));
        assertThat(risks.getFirst().get("topic").asString()).isEqualTo(first.topic());
    }

    @Test
    void whatBeganAndWhatWasAnsweredIsCountedInTheLastHour() {
        String word = "chandelier" + mark;
        String queue = queue("lamps", Map.of());
        noor().done("PUT", "/api/v1/queues/" + queue, form(queue, Map.of("rules", List.of(Map.of("words", List.of(
                word))))));
        Talk talk = eventually(() -> {
            Talk one = text("My " + word + " fell, " + UUID.randomUUID());
            return noor().read(one.at("")).at("/topics/0/queue").asString().equals(queue) ? one : null;
        });
        int before = line(noor(), queue).get("answeredLastHour").asInt();
        text("Another " + word);
        noor().does(talk.at("/messages"), answer("Are you hurt?"));

        JsonNode line = line(noor(), queue);
        assertThat(line.get("beganLastHour").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(line.get("answeredLastHour").asInt()).isEqualTo(before + 1);
        assertThat(line.get("began")).hasSize(24);
        assertThat(line.get("answered")).hasSize(24);
        assertThat(Stream.of("began", "answered").map(name -> list(line.get(name)).stream().mapToInt(
                JsonNode::asInt).sum())).containsExactly(line.get("beganLastHour").asInt(), line.get(
                        "answeredLastHour").asInt());
    }

    @Test
    void theLoadOfAPersonIsToldOfOnesOwnQueuesAndOfOthersOnlyThatThereIsMore() {
        String mine = queue("mine", Map.of());
        String other = queue("other", Map.of());
        String person = somebody("agent", mine, other);
        noor().done("PATCH", "/api/v1/people/" + person, Map.of("capacity", Map.of("sms", 6)));
        Talk seen = given(person, in(mine, text()));
        Talk hidden = given(person, in(other, text("A secret marzipan")));
        given(person, in(other, text("A secret marzipan")));

        JsonNode theirs = person(watching(mine), person);
        assertThat(list(theirs.get("load"))).singleElement().satisfies(load -> {
            assertThat(load.get("channel").asString()).isEqualTo("sms");
            assertThat(load.get("open").asInt()).isEqualTo(1);
            assertThat(load.get("most").asInt()).isEqualTo(6);
        });
        assertThat(theirs.get("elsewhere").asBoolean()).isTrue();
        assertThat(theirs.get("busy").asDouble()).isEqualTo(0.5);
        assertThat(theirs.get("waiting").asInt()).isEqualTo(1);
        assertThat(theirs.get("since").asString()).isEqualTo(noor().read(seen.at("")).at(
                "/topics/0/waitingSince").asString());
        assertThat(watching(mine).get("/api/v1/board").raw().body()).doesNotContain(hidden.topic(), other, "marzipan");

        JsonNode whole = person(noor(), person);
        assertThat(whole.at("/load/0/open").asInt()).isEqualTo(3);
        assertThat(whole.get("elsewhere").asBoolean()).isFalse();
    }

    @Test
    void whoHasSomethingOnlyInHiddenQueuesIsBusyThere() {
        String mine = queue("mine", Map.of());
        String other = queue("other", Map.of());
        String person = somebody("agent", mine, other);
        given(person, in(other, text()));

        JsonNode theirs = person(watching(mine), person);
        assertThat(theirs.get("load")).isEmpty();
        assertThat(theirs.get("elsewhere").asBoolean()).isTrue();
        assertThat(theirs.get("waiting").asInt()).isZero();
    }

    @Test
    void whatIsAnsweredOrMovedLeavesTheLoadWhereItWas() {
        String mine = queue("mine", Map.of());
        String other = queue("other", Map.of());
        String person = somebody("agent", mine, other);
        Talk moved = given(person, in(mine, text()));
        Talk resolved = given(person, in(mine, text()));
        Caller inge = watching(mine);
        assertThat(person(inge, person).at("/load/0/open").asInt()).isEqualTo(2);

        in(other, moved);
        noor().does(resolved.topicAt("/resolve"), Map.of());

        assertThat(person(inge, person).get("load")).isEmpty();
        assertThat(person(inge, person).get("elsewhere").asBoolean()).isTrue();
    }

    @Test
    void aPromiseNamesItsOwnerAndWhoHasItsTopic() {
        String queue = queue("promises", Map.of());
        String person = somebody("agent", queue);
        Talk talk = in(queue, text());
        Caller agent = as(person);
        agent.does(talk.at("/promises"), new HashMap<>(Map.of("heard", "my lamp", "action", "You hear when it comes",
                "topic", talk.topic(), "dueAt", inDays(1), "channel", "sms", "clientId",
                UUID.randomUUID().toString())));
        String taker = somebody("agent", queue);
        noor().does(talk.topicAt("/assign"), Map.of("assignee", taker));

        JsonNode ahead = board(watching(queue)).get("promises");
        assertThat(ahead.get("later").asInt()).isEqualTo(1);
        JsonNode item = ahead.at("/items/0");
        assertThat(item.get("topic").asString()).isEqualTo(talk.topic());
        assertThat(item.get("queue").asString()).isEqualTo(queue);
        assertThat(item.get("assignee").asString()).isEqualTo(taker);
        String hidden = board(watching(queue("none", Map.of()))).get("promises").toString();
        assertThat(hidden).doesNotContain("You hear when it comes");
    }

    @Test
    void whoeverWatchesOverNoQueueHasAnEmptyBoard() {
        JsonNode board = board(as(somebody("supervisor", queue("mine", Map.of()))));

        assertThat(board.get("queues")).isEmpty();
        assertThat(board.get("people")).isEmpty();
    }

    /// A queue that is always open.
    private String queue(String name, Map<String, Integer> targets) {
        String id = name + "-" + UUID.randomUUID().toString().substring(0, 8);
        noor().does("/api/v1/queues", form(id, Map.of("targets", targets, "calendar", calendar())));
        return id;
    }

    private Map<String, Object> form(String id, Map<String, Object> more) {
        Map<String, Object> form = new HashMap<>(Map.of("id", id, "name", id));
        list(noor().read("/api/v1/queues").get("items")).stream().filter(one -> one.get("id").asString().equals(
                id)).findFirst().ifPresent(one -> form.put("version", one.get("version").asLong()));
        form.putAll(more);
        return form;
    }

    private String calendar() {
        Map<String, Object> week = new HashMap<>();
        Stream.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday").forEach(
                day -> week.put(day, List.of(Map.of("from", "00:00", "until", "00:00"))));
        return noor().does("/api/v1/calendars", Map.of("name", "Always " + UUID.randomUUID(), "zone", "UTC", "week",
                week, "days", List.of())).get("id").asString();
    }

    private Talk given(String person, Talk talk) {
        noor().does(talk.topicAt("/assign"), Map.of("assignee", person));
        return talk;
    }

    /// A supervisor of one queue.
    private Caller watching(String queue) {
        return as(noor().does("/api/v1/people", Map.of("name", "Watcher " + mark, "email",
                "w" + UUID.randomUUID().toString().substring(0, 12) + "@loper.test", "password",
                "a long enough passphrase", "roles", List.of("supervisor"), "queues",
                Map.of("every", false, "only", Map.of(queue, "supervisor")))).get("id").asString());
    }

    private static JsonNode board(Caller caller) {
        return caller.read("/api/v1/board").get("board");
    }

    private static JsonNode line(Caller caller, String queue) {
        return list(board(caller).get("queues")).stream().filter(one -> one.get("id").asString().equals(
                queue)).findFirst().orElseThrow();
    }

    private static JsonNode person(Caller caller, String person) {
        return list(board(caller).get("people")).stream().filter(one -> one.get("id").asString().equals(
                person)).findFirst().orElseThrow();
    }
}
