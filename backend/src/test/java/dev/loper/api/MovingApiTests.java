package dev.loper.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Given;
import dev.loper.channel.VisitorTimeline;
import dev.loper.message.ChannelAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// What goes along with a topic that is given to another customer, in the product as a whole.
class MovingApiTests extends ApiCase {

    @Autowired
    VisitorTimeline visitors;

    @Test
    void aPromiseGoesAlongAndItsSentenceStillLeaves() {
        Talk talk = text();
        Talk other = text();
        noor().does(talk.at("/promises"), Map.of("heard", "x", "action", "y", "dueAt", inDays(1), "channel", "sms",
                "clientId", mark));
        String promise = promises(talk).getFirst();
        refused(noor().post(talk.at("/moves"), Map.of("entry", entries(talk).getFirst().get("id").asString(),
                "customer", other.customer())), 409, "bound");
        moved(talk, other);

        assertThat(promises(talk)).isEmpty();
        assertThat(promises(other)).containsExactly(promise);
        JsonNode sent = eventually(() -> entries(other).stream().filter(
                entry -> "sent".equals(entry.path("delivery").asString(""))).findFirst().orElse(null));
        assertThat(sent.path("promise").asString()).isEqualTo(promise);
    }

    @Test
    void aVisitorGoesOnSeeingWhatTheySaidAndIsAnsweredThere() {
        ChannelAddress.Visitor visitor = new ChannelAddress.Visitor(
                UUID.randomUUID().toString().replace("-", "").substring(0, 22));
        Talk talk = write(Given.chat(visitor).named("Bob " + mark).saying("Hello, " + mark).build());
        Talk other = text("Only mine, " + mark);
        moved(talk, other);
        assertThat(seen(visitor)).containsExactly("Hello, " + mark);

        Map<String, Object> answer = new HashMap<>(Map.of("channel", "chat", "topic", talk.topic(), "text",
                "Dear Bob, " + mark, "clientId", mark));
        noor().does(other.at("/messages"), answer);
        noor().does(other.at("/notes"), Map.of("topic", talk.topic(), "text", "A secret", "clientId", mark + "n"));
        assertThat(seen(visitor)).containsExactlyInAnyOrder("Hello, " + mark, "Dear Bob, " + mark);
    }

    private List<String> seen(ChannelAddress.Visitor visitor) {
        return visitors.page(visitor, null, 20).items().stream().filter(
                item -> item.type() == VisitorTimeline.Type.MESSAGE).map(VisitorTimeline.Item::text).toList();
    }

    private void moved(Talk talk, Talk other) {
        noor().does(talk.at("/moves"), Map.of("topic", talk.topic(), "customer", other.customer()));
    }

    private List<String> promises(Talk talk) {
        return list(noor().read(talk.at("/promises")).get("items")).stream().map(
                promise -> promise.get("id").asString()).toList();
    }
}
