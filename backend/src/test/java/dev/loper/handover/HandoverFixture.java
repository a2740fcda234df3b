package dev.loper.handover;

import dev.loper.Given;
import dev.loper.conversation.ConversationFixture;
import dev.loper.conversation.Conversations;
import dev.loper.conversation.EntryBody;
import dev.loper.conversation.RandomIds;
import dev.loper.conversation.Said;
import dev.loper.conversation.TopicsFixture;
import dev.loper.customer.CustomerDetails;
import dev.loper.customer.Customers;
import dev.loper.identity.MergesFixture;
import dev.loper.message.AccountId;
import dev.loper.message.Author;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ChannelKind;
import dev.loper.message.TopicId;
import dev.loper.redis.RedisServer;
import dev.loper.secret.SigningKeysFixture;
import dev.loper.web.PublicUrl;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Handovers of visitors' topics, as the store has them.
final class HandoverFixture {

    static final AccountId VOICE = new AccountId("voice-main");
    private static final Author LOTTE = new Author(Author.Kind.AGENT, "p-lotte", "Lotte");

    final RedisServer.Fresh fresh;
    final RedisHandovers handovers;
    final RedisHandoverWriter writer;
    final Arrivals arrivals;
    final Endings endings;
    final Places places;
    final Customers customers;
    final HandoverProofs proofs;
    final HandoverProperties settings = new HandoverProperties(Duration.ofHours(24), Duration.ofDays(14),
            Duration.ofMinutes(5), Duration.ofDays(30), java.time.ZoneId.of("Europe/Amsterdam"),
            new HandoverProperties.Code(Duration.ofMinutes(10), 3, 10, 100),
            new HandoverProperties.Letters(3, 100));
    private final Clock clock = Clock.systemUTC();

    HandoverFixture(RedisServer.Fresh fresh) {
        this.fresh = fresh;
        Conversations conversations = new Conversations(fresh.store(), fresh.keys());
        customers = new Customers(fresh.store(), fresh.keys());
        places = new Places(TopicsFixture.topics(fresh), conversations, customers,
                TopicsFixture.timeline(fresh));
        handovers = new RedisHandovers(fresh.store(), fresh.keys());
        writer = new RedisHandoverWriter(fresh.store(), fresh.keys(), new Said(fresh.store(), fresh.keys()),
                handovers, conversations, settings);
        arrivals = new Arrivals(handovers, writer, places, customers, MergesFixture.merges(fresh),
                new CustomerDetails(fresh.store(), fresh.keys()));
        endings = new Endings(writer, handovers, places);
        proofs = new HandoverProofs(SigningKeysFixture.keys(fresh), new PublicUrl(URI.create("http://loper.test")));
    }

    RedisSpokenCodes codes() {
        return new RedisSpokenCodes(fresh.store(), fresh.keys(),
                new RedisCodeTries(fresh.redis(), fresh.store(), fresh.keys(), settings), proofs, handovers, arrivals,
                settings);
    }

    /// A visitor's topic.
    TopicId topicOf(String visitor) {
        ConversationFixture chat = new ConversationFixture(fresh, new ChannelAddress.Visitor(visitor));
        chat.says("My lamp has not arrived.");
        return chat.topic().id();
    }

    /// @param number which of its spoken codes it gets
    /// @return none if that code is another's
    @Nullable
    Handover offer(TopicId topic, How how, Instant expires, int number) {
        return offer(new HandoverId("o" + RandomIds.next()), topic, how, expires, number);
    }

    @Nullable
    Handover offer(HandoverId id, TopicId topic, How how, Instant expires, int number) {
        Instant now = clock.instant();
        ChannelKind to = how == How.CODE ? ChannelKind.VOICE : ChannelKind.WHATSAPP;
        NewHandover offer = new NewHandover(id, how, ChannelKind.CHAT, to,
                how == How.CODE ? VOICE : new AccountId("whatsapp-main"), null, LOTTE, now, expires, Language.ENGLISH,
                number, List.of(HandoverProofs.digestOfToken(proofs.token(id)),
                        HandoverProofs.digestOfText(proofs.text(id))),
                how == How.CODE ? proofs.digestOfCode(proofs.code(id, number)) : null, NewHandover.Carried.NOTHING,
                NewHandover.Telling.AT_ONCE);
        Place place = places.of(topic).orElseThrow();
        String word = writer.offer(place.conversation(), topic, EntryBody.told(LOTTE, EntryBody.Event.ofHandover(
                "handover-offered", new EntryBody.HandoverRef(id.value(), "chat", to.wire(), null), null, expires),
                "offer-" + id), offer).word();
        return word.equals("code-taken") ? null : handovers.find(id).orElseThrow();
    }

    Instant soon() {
        return clock.instant().plus(Duration.ofHours(1));
    }

    Handover again(Handover handover) {
        return handovers.find(handover.id()).orElseThrow();
    }

    static ChannelAddress.Phone caller(int n) {
        return new ChannelAddress.Phone(Given.ADA.value().substring(0, 8) + String.format(java.util.Locale.ROOT,
                "%04d", n));
    }
}
