package dev.loper.handover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.channel.VisitorHandovers;
import dev.loper.channel.VisitorTimeline.Item;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ChannelKind;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// A visitor who was offered another channel stays in the chat.
class StayingTests extends HandoverProduct {

    @Autowired
    VisitorHandovers asked;

    @Autowired
    RedisHandovers handovers;

    @Autowired
    RedisStore store;

    @Autowired
    RedisKeys keys;

    @Test
    void whatAnAgentOffersInTheChatIsDeclinedThereAndTold() throws Exception {
        ChannelAddress.Visitor eva = visitor();
        String conversation = writes(eva, "My lamp has not arrived.");
        JsonNode offered = offer(conversation, "whatsapp");
        assertThat(offers(eva)).contains(offered.get("id").asString());

        asked.decline(eva, offered.get("id").asString());
        assertThat(state(conversation, offered)).isEqualTo("declined");
        assertThat(story(conversation)).last().isEqualTo("handover-declined chat → whatsapp");
        assertThat(offers(eva)).isEmpty();
        assertThat(writes(whatsApp(), ready(offered))).isNotEqualTo(conversation);

        asked.decline(eva, offered.get("id").asString());
        assertThat(story(conversation)).filteredOn(told -> told.startsWith("handover-declined")).hasSize(1);
    }

    @Test
    void whatTheyAskedForThemselvesIsDeclinedThereToo() throws Exception {
        ChannelAddress.Visitor eva = visitor();
        String conversation = writes(eva, "My lamp has not arrived.");
        VisitorHandovers.Way way = asked.offer(eva, ChannelKind.VOICE, null, "phone").orElseThrow();
        asked.decline(eva, way.offer());
        assertThat(story(conversation)).endsWith("handover-offered chat → voice", "handover-declined chat → voice");
    }

    @Test
    void aVisitorsWindowHearsThatWhatItShowsIsOpenNoMore() throws Exception {
        ChannelAddress.Visitor eva = visitor();
        writes(eva, "My lamp has not arrived.");
        VisitorHandovers.Way way = asked.offer(eva, ChannelKind.VOICE, null, "phone").orElseThrow();
        String line = Objects.requireNonNull(handovers.find(new HandoverId(way.offer())).orElseThrow().entry()).value();
        long before = changesOf(line);
        asked.decline(eva, way.offer());
        assertThat(changesOf(line)).isEqualTo(before + 1);
    }

    /// How often windows of the chat were told to look at an entry.
    private long changesOf(String entry) {
        return store.with(redis -> redis.xrange(keys.of(Family.FEED), "-", "+")).stream().filter(
                change -> entry.equals(change.getFields().get("entry"))
                        && "chat".equals(change.getFields().get("via"))).count();
    }

    @Test
    void nobodyDeclinesWhatWasOfferedToSomebodyElse() throws Exception {
        ChannelAddress.Visitor eva = visitor();
        String conversation = writes(eva, "My lamp has not arrived.");
        JsonNode offered = offer(conversation, "whatsapp");
        ChannelAddress.Visitor stranger = visitor();
        asked.decline(stranger, offered.get("id").asString());
        writes(stranger, "Who am I?");
        asked.decline(stranger, offered.get("id").asString());
        asked.decline(eva, "o-unknown");
        assertThat(state(conversation, offered)).isEqualTo("offered");
        assertThat(offers(stranger)).isEmpty();
    }

    @Test
    void whatIsOfferedOnAnotherChannelIsDeclinedOnItsPage() throws Exception {
        ChannelAddress.Phone phone = phone();
        String conversation = writes(phone, "The lamp flickers.");
        JsonNode offered = offer(conversation, "chat");
        ChannelAddress.Visitor browser = visitor();
        asked.decline(browser, offered.get("id").asString());
        assertThat(state(conversation, offered)).isEqualTo("offered");
    }

    private Optional<String> offers(ChannelAddress.Visitor visitor) {
        return visitors.page(visitor, null, 50).items().stream().map(Item::offered).filter(
                Objects::nonNull).map(offered -> offered.id()).findFirst();
    }
}
