package dev.loper.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.Given;
import dev.loper.conversation.Appended;
import dev.loper.conversation.Entry;
import dev.loper.conversation.Rig;
import dev.loper.conversation.Topic;
import dev.loper.customer.Identity;
import dev.loper.message.AccountId;
import dev.loper.message.CustomerId;
import dev.loper.message.EntryId;
import dev.loper.message.TopicId;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisServer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Bob borrowed Ada's mailbox for his matter; Grace writes by phone.
class MoveTests {

    private static final AccountId MAILBOXES = new AccountId("email-support");

    private final RedisServer.Fresh fresh = workspace();
    private final Together together = new Together(fresh);
    private final Rig rig = together.rig;
    private CustomerId ada = new CustomerId("");
    private CustomerId grace = new CustomerId("");
    private TopicId bobs = new TopicId("");
    private EntryId first = new EntryId("");

    /// Where it runs; on a Cluster in the subclass.
    RedisServer.Fresh workspace() {
        return RedisServer.fresh();
    }

    @BeforeEach
    void twoPeopleWriteFromOneMailbox() {
        rig.says(Given.mail().named("Ada").saying("Ada's own matter"));
        ada = rig.customerOf(Given.ADA_MAIL);
        rig.commands.resolve(rig.conversationOf(ada), rig.topicsOf(ada).getFirst().id(), Rig.LOTTE);
        age(rig.topicsOf(ada).getFirst().id());
        Appended.Stored stored = rig.says(
                Given.mail().id("m-bob").named("Ada").about("Bob's chair").saying("Bob here"));
        bobs = stored.topic();
        first = stored.entry();
        rig.says(Given.sms().from(Given.GRACE).named("Grace").saying("Grace here"));
        grace = rig.customerOf(Given.GRACE);
    }

    /// Long ago, so that what comes next begins a topic.
    private void age(TopicId topic) {
        String key = fresh.keys().of(dev.loper.redis.RedisKeys.Family.TOPICS);
        Map<String, Object> kept = read(fresh.redis().hget(key, topic.value()));
        kept.put("resolved", 1L);
        fresh.redis().hset(key, topic.value(), RedisJson.write(kept));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> read(String json) {
        return RedisJson.read(json, Map.class);
    }

    @Test
    void aTopicGoesToAnotherCustomerAndBothTimelinesTellIt() {
        together.given(bobs, null, grace);

        assertThat(rig.saidTo(grace)).containsExactly("Bob here", "Grace here");
        assertThat(rig.saidTo(ada)).containsExactly("Ada's own matter");
        assertThat(topic(bobs).customer()).isEqualTo(grace);
        assertThat(rig.toldTo(ada)).contains("moved-away");
        assertThat(rig.entriesOf(grace)).filteredOn(entry -> entry.body().event() != null).singleElement().satisfies(
                entry -> {
                    assertThat(entry.topic()).isEqualTo(bobs);
                    assertThat(Objects.requireNonNull(entry.body().event()).kind()).isEqualTo("moved-here");
                    assertThat(entry.body().author()).isEqualTo(Rig.LOTTE);
                    assertThat(entry.body().text()).isEqualTo("Not hers");
                });
    }

    @Test
    void itMayGoToACustomerWhoBeginsWithIt() {
        Deed deed = ((Done.Now) together.moves.move(new Giving.Gift(bobs, null, null, "Bob", ""), Rig.LOTTE)).deed();

        CustomerId bob = deed.to().id();
        assertThat(rig.customer(bob).name()).isEqualTo("Bob");
        assertThat(rig.saidTo(bob)).containsExactly("Bob here");
        assertThat(together.apart.said(ada, bob)).isTrue();
    }

    @Test
    void takenBackAtOnceEverythingIsAsItWas() {
        Snapshot before = Snapshot.of(rig, List.of(ada, grace));
        Deed deed = together.given(bobs, null, grace);
        assertThat(Snapshot.of(rig, List.of(ada, grace))).isNotEqualTo(before);

        assertThat(together.undo(deed)).isInstanceOf(Done.Now.class);
        assertThat(Snapshot.of(rig, List.of(ada, grace))).isEqualTo(before);
        assertThat(rig.toldTo(ada)).contains("moved-back");
        assertThat(rig.toldTo(grace)).contains("moved-back");
        assertThat(together.undo(deed)).isInstanceOf(Done.Already.class);
    }

    @Test
    void whoBeganWithItLeadsBackToWhomItWasOf() {
        Deed deed = together.given(bobs, null, null);
        together.undo(deed);

        assertThat(rig.customer(deed.to().id()).id()).isEqualTo(ada);
        assertThat(rig.conversations.find(rig.customer(deed.to().id()).conversation()).orElseThrow().id()).isEqualTo(
                rig.conversationOf(ada).id());
    }

    @Test
    void aCustomerWhoseLastTopicWentIsToldSo() {
        TopicId own = rig.topicsOf(grace).getFirst().id();
        Deed deed = together.given(own, null, ada);

        assertThat(rig.topicsOf(grace)).singleElement().satisfies(trace -> {
            assertThat(trace.status()).isEqualTo(Topic.Status.RESOLVED);
            assertThat(trace.id()).isNotEqualTo(own);
        });
        assertThat(rig.toldTo(grace)).containsExactly("moved-away");
        rig.says(Given.sms().from(Given.GRACE).saying("Another matter"));
        assertThat(rig.topicsOf(grace)).hasSize(2);
        together.undo(deed);
        assertThat(rig.topicsOf(grace)).extracting(Topic::id).contains(own).hasSize(2);
        assertThat(rig.saidTo(grace)).containsExactly("Grace here", "Another matter");
    }

    @Test
    void oneMessageGoesAndComesBack() {
        Appended.Stored second = rig.says(Given.mail().answering("m-bob").saying("And Bob's lamp"));
        assertThat(second.topic()).isEqualTo(bobs);
        Deed deed = together.given(bobs, second.entry(), grace);

        assertThat(rig.saidTo(grace)).containsExactly("Grace here", "And Bob's lamp");
        assertThat(rig.saidTo(ada)).containsExactly("Ada's own matter", "Bob here");
        assertThat(topic(bobs).preview()).isEqualTo("Bob here");
        assertThat(rig.topicsOf(grace)).hasSize(2);
        together.undo(deed);
        assertThat(rig.saidTo(ada)).containsExactly("Ada's own matter", "Bob here", "And Bob's lamp");
        assertThat(topic(bobs).preview()).isEqualTo("And Bob's lamp");
        assertThat(rig.topicsOf(grace)).hasSize(1);
    }

    @Test
    void whatWasSaidSinceFollowsItsAddressAndNotesFollowTheTopic() {
        Deed deed = together.given(bobs, null, grace);
        rig.says(Given.sms().from(Given.GRACE).saying("Grace asks again").withReplyTokenOf(bobs));
        rig.notes(bobs, "a note");
        together.undo(deed);

        assertThat(rig.saidTo(ada)).containsExactly("Ada's own matter", "Bob here", "a note");
        assertThat(rig.saidTo(grace)).containsExactly("Grace here", "Grace asks again");
        assertThat(rig.topicsOf(grace)).extracting(Topic::title).contains("Bob's chair");
        assertThat(rig.topicsOf(grace)).extracting(Topic::id).doesNotContain(bobs);
    }

    @Test
    void whoWroteItMayAnswerInItWhereverItIs() {
        together.given(bobs, null, grace);
        Appended.Stored answer = rig.says(Given.mail().answering("m-bob").saying("Bob again"));

        assertThat(answer.topic()).isEqualTo(bobs);
        assertThat(rig.saidTo(grace)).containsExactly("Bob here", "Grace here", "Bob again");
        assertThat(rig.customerOf(Given.ADA_MAIL)).isEqualTo(ada);
    }

    @Test
    void whoHasItCanBeAnsweredOnTheAddressItCameFrom() {
        together.given(bobs, null, grace);
        Identity lent = rig.customer(grace).identities().stream().filter(
                identity -> identity.address().equals(Given.ADA_MAIL)).findFirst().orElseThrow();
        rig.answersIn(rig.conversationOf(grace), bobs, lent, "Dear Bob");

        assertThat(lent.shared()).isTrue();
        assertThat(lent.seen()).isNotNull();
        assertThat(rig.saidTo(grace)).containsExactly("Bob here", "Grace here", "Dear Bob");
        assertThat(rig.saidTo(ada)).containsExactly("Ada's own matter");
    }

    @Test
    void takenBackNothingIsLentAnyMore() {
        together.undo(together.given(bobs, null, grace));
        assertThat(rig.customer(grace).identities()).extracting(Identity::address).containsExactly(Given.GRACE);
    }

    @Test
    void aProvidersNewsAndRepeatsFindTheEntryWhereItIs() {
        Given.Message again = Given.mail().id("m-bob").named("Ada").about("Bob's chair").saying("Bob here");
        Deed deed = together.given(bobs, null, grace);
        assertThat(located("m-bob").body().text()).isEqualTo("Bob here");
        assertThat(rig.inbound.append(again.build())).isInstanceOf(Appended.Repeat.class);
        assertThat(rig.saidTo(ada)).containsExactly("Ada's own matter");

        together.undo(deed);
        assertThat(located("m-bob").body().text()).isEqualTo("Bob here");
        assertThat(rig.inbound.append(again.build())).isInstanceOf(Appended.Repeat.class);
        assertThat(ttl("m-bob")).isPositive();
    }

    private Entry located(String providerId) {
        AccountId scope = scope();
        var at = rig.inbound.locate(scope, providerId).orElseThrow();
        return rig.timeline.find(at.home(), at.entry()).orElseThrow();
    }

    private long ttl(String providerId) {
        return fresh.redis().ttl(fresh.keys().provider(scope(), providerId));
    }

    private static AccountId scope() {
        return dev.loper.message.ChannelKind.EMAIL.scope(MAILBOXES);
    }

    @Test
    void anAnswerThatWaitsGoesAlongInTheQueue() {
        rig.answers(bobs, Given.ADA_MAIL, "Dear Bob");
        Deed deed = together.given(bobs, null, grace);
        AccountId account = new AccountId("email-main");

        assertThat(fresh.redis().zrange(fresh.keys().outbound(account), 0, -1)).containsExactly(
                deed.homes().getFirst().value());
        assertThat(fresh.redis().zcard(fresh.keys().outboundLane(account, deed.homes().getFirst()))).isEqualTo(1);
        together.undo(deed);
        assertThat(fresh.redis().zrange(fresh.keys().outbound(account), 0, -1)).hasSize(1).doesNotContain(
                deed.homes().getFirst().value());
    }

    @Test
    void whatWentOnCannotBeTakenBackBeforeThatIs() {
        Deed once = together.given(bobs, null, grace);
        Deed twice = together.given(bobs, null, null);
        assertThat(reason(together.undo(once))).isEqualTo("moved-on");

        together.undo(twice);
        assertThat(together.undo(once)).isInstanceOf(Done.Now.class);
        assertThat(rig.saidTo(ada)).containsExactly("Ada's own matter", "Bob here");
    }

    @Test
    void whoAreOneCustomerByNowAreTakenApartFirst() {
        Deed deed = together.given(bobs, null, grace);
        Deed merge = together.merge(ada, grace);
        assertThat(reason(together.undo(deed))).isEqualTo("together-again");
        assertThat(reason(together.give(bobs, null, grace))).isEqualTo("same-customer");

        together.undo(merge);
        assertThat(rig.saidTo(grace)).containsExactly("Bob here", "Grace here");
        assertThat(together.undo(deed)).isInstanceOf(Done.Now.class);
        assertThat(rig.saidTo(ada)).containsExactly("Ada's own matter", "Bob here");
    }

    @Test
    void itComesBackToWhoeverHasItsAddressByNow() {
        rig.says(Given.sms().named("Ada").saying("Ada by phone"));
        together.merge(ada, rig.customerOf(Given.ADA));
        Deed deed = together.given(bobs, null, grace);
        Deed detached = together.detach(ada, Given.ADA_MAIL);
        together.undo(deed);

        assertThat(rig.saidTo(detached.to().id())).containsExactly("Ada's own matter", "Bob here");
        assertThat(rig.saidTo(ada)).containsExactly("Ada by phone");
    }

    @Test
    void whatOnlyTellsSomethingGoesWithItsTopicOnly() {
        rig.commands.rename(rig.conversationOf(ada), bobs, "Bob's chair, oak", Rig.LOTTE);
        EntryId event = rig.entriesOf(ada).stream().filter(
                entry -> entry.body().event() != null && entry.topic().equals(bobs)).findFirst().orElseThrow().id();
        assertThat(reason(together.give(bobs, event, grace))).isEqualTo("not-said");
        assertThat(together.give(bobs, new EntryId("0000000000000000"), grace)).isInstanceOf(Done.NotFound.class);
        assertThat(together.give(bobs, first, new CustomerId("c-nobody"))).isInstanceOf(Done.NotFound.class);
    }

    private Topic topic(TopicId id) {
        return rig.topics.find(id).orElseThrow();
    }

    private static String reason(Done done) {
        return ((Done.Refused) done).reason();
    }
}
