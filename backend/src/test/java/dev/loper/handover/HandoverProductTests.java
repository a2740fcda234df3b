package dev.loper.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.loper.channel.VisitorHandovers;
import dev.loper.customer.Identity;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ChannelKind;
import dev.loper.message.ChannelMessage;
import dev.loper.message.Level;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// A customer goes from one channel to another, and is recognised there.
class HandoverProductTests extends HandoverProduct {

    @Autowired
    RedisHandovers handovers;

    @Autowired
    HandoverViews views;

    @Autowired
    Greetings greetings;

    @Autowired
    VisitorHandovers visitorHandovers;

    private final ChannelAddress.Visitor eva = visitor();

    @Test
    void ofTwoWhoChangeARouteTheSecondIsTold() throws Exception {
        Map<String, Object> route = Map.of("from", "voice", "to", "sms", "enabled", false, "version", "new");
        assertThat(put("/api/v1/handover-routes", Map.of("items", List.of(route))).statusCode()).isEqualTo(200);
        HttpResponse<String> second = put("/api/v1/handover-routes", Map.of("items", List.of(route)));
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("changed-meanwhile");
        put("/api/v1/handover-routes", Map.of("items", List.of(Map.of("from", "voice", "to", "sms", "enabled",
                true))));
    }

    @Test
    void whatWeSaidOurselvesIsNotTheLanguageTheyWriteIn() throws Exception {
        String conversation = writes(email(), "Mijn lamp is er nog niet, en ik heb hem wel betaald.");
        post("/api/v1/conversations/" + conversation + "/messages", Map.of("channel", "email", "clientId", "en-1",
                "text", "We have your lamp here and it is with the people of your shop; can you call?"));
        offer(conversation, "chat");
        assertThat(story(conversation).getLast()).startsWith("out email: Verder in de chat");
    }

    @Test
    void fromChatToWhatsAppByTheTextOfALinkItIsOneConversation() throws Exception {
        String conversation = writes(eva, "Mijn lamp is er niet, en ik moet zo weg.");
        JsonNode offered = offer(conversation, "whatsapp");
        assertThat(offered.get("state").asString()).isEqualTo("offered");
        assertThat(offered.get("link").asString()).startsWith("https://wa.me/3197010280002?text=");
        assertThat(offered.get("qr").get("path").asString()).startsWith("M");
        assertThat(story(conversation)).last().asString().startsWith("out chat: Verder in WhatsApp").contains(
                offered.get("link").asString());

        ChannelAddress.WhatsApp phone = whatsApp();
        writes(phone, ready(offered));

        assertThat(conversationOf(phone)).isEqualTo(conversation);
        assertThat(identity(phone).orElseThrow().level()).isEqualTo(Level.VERIFIED);
        assertThat(state(conversation, offered)).isEqualTo("arrived");
        assertThat(story(conversation)).containsSubsequence("handover-arrived chat → whatsapp",
                "in whatsapp: Hallo, ik ga hier verder.");
        assertThat(get("/api/v1/conversations/" + conversation).get("topics")).hasSize(1);
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(story(conversation)).last().isEqualTo(
                "out whatsapp: We gaan verder waar we waren: “" + topicOf(conversation).get("title").asString()
                        + "”."));
    }

    @Test
    void theChannelTheyWishForComesFirstAndTheirQuietHoursAreSaid() throws Exception {
        ChannelAddress.Phone phone = phone();
        String conversation = writes(phone, "My lamp has not arrived.");
        assertThat(way(conversation, "whatsapp").get("quietUntil").isNull()).isTrue();
        LocalTime there = LocalTime.now(ZoneId.of("Europe/Amsterdam")).truncatedTo(ChronoUnit.MINUTES);
        wishes(conversation, "preferred-channel", "voice");
        wishes(conversation, "quiet-hours", there.minusHours(1) + "-" + there.plusHours(2));

        JsonNode ways = get("/api/v1/conversations/" + conversation + "/handover-ways").get("items");
        assertThat(ways.get(0).get("to").asString()).isEqualTo("voice");
        assertThat(ways.get(0).get("wished").asBoolean()).isTrue();
        // Of a way onto another channel they are told where they are, by text; a letter we write waits until they look.
        assertThat(Instant.parse(way(conversation, "whatsapp").get("quietUntil").asString())).isAfter(Instant.now());
        assertThat(way(conversation, "email").get("quietUntil").isNull()).isTrue();
    }

    private JsonNode way(String conversation, String to) throws Exception {
        return get("/api/v1/conversations/" + conversation + "/handover-ways").get("items").valueStream().filter(
                way -> way.get("to").asString().equals(to)).findFirst().orElseThrow();
    }

    private void wishes(String conversation, String kind, String value) throws Exception {
        String customer = get("/api/v1/conversations/" + conversation).at("/customer/id").asString();
        assertThat(put("/api/v1/customers/" + customer + "/facts/" + kind, Map.of("value",
                value)).statusCode()).isEqualTo(200);
    }

    @Test
    void theCustomerSaysHowTheAddressTheyArrivedFromWasProven() throws Exception {
        String conversation = writes(eva, "My lamp has not arrived.");
        ChannelAddress.WhatsApp phone = whatsApp();
        writes(phone, ready(offer(conversation, "whatsapp")));

        JsonNode proven = identityOf(conversation, phone);
        assertThat(proven.get("level").asString()).isEqualTo("verified");
        assertThat(proven.get("proof").get("how").asString()).isEqualTo("handover");
        assertThat(java.time.Instant.parse(proven.get("proof").get("at").asString())).isBetween(
                java.time.Instant.now().minusSeconds(60), java.time.Instant.now().plusSeconds(5));
    }

    @Test
    void whoOnlyTakesPartAsAGuestHasProvenNothing() throws Exception {
        ChannelAddress.Email shared = email();
        String bobs = writes(shared, "This is Bob, about my chair.");
        String annes = writes(eva, "This is Anne, about my lamp.");
        answersMail(shared, offer(annes, "email", shared.value()).get("topic").asString(), "Anne again.");

        assertThat(identityOf(bobs, shared).get("proof").isNull()).isTrue();
    }

    /// An address of the customer of a conversation, as the API has it.
    private JsonNode identityOf(String conversation, ChannelAddress address) throws Exception {
        String customer = get("/api/v1/conversations/" + conversation).get("customer").get("id").asString();
        return get("/api/v1/customers/" + customer).get("identities").valueStream().filter(
                one -> one.get("id").asString().equals(
                        Identity.field(address, Level.OBSERVED))).findFirst().orElseThrow();
    }

    @Test
    void nextMessagesFromThereNeedNoTextAndWeGreetOnce() throws Exception {
        String conversation = writes(eva, "Mijn lamp is er niet.");
        ChannelAddress.WhatsApp phone = whatsApp();
        writes(phone, "Hallo! " + ready(offer(conversation, "whatsapp")).toLowerCase(java.util.Locale.ROOT));
        writes(phone, "Zijn jullie er nog?");
        await().atMost(Duration.ofSeconds(10)).until(() -> story(conversation).stream().anyMatch(
                told -> told.startsWith("out whatsapp")));
        writes(phone, "Fijn.");

        assertThat(story(conversation)).filteredOn(told -> told.startsWith("out whatsapp")).hasSize(1);
        assertThat(story(conversation)).contains("in whatsapp: Fijn.");
    }

    @Test
    void fromChatByMailToATypedAddressWithWhatWasSaidAndAnAnswerFromThereProvesIt() throws Exception {
        String conversation = writes(eva, "My lamp is not here, and the box is empty.");
        ChannelAddress.Email mail = email();
        JsonNode offered = offer(conversation, "email", mail.value().toUpperCase(java.util.Locale.ROOT));

        String letter = story(conversation).getLast();
        assertThat(letter).startsWith("out email: We go on by email where we stopped").contains(
                "My lamp is not here, and the box is empty.");
        assertThat(state(conversation, offered)).isEqualTo("offered");

        answersMail(mail, offered.get("topic").asString(), "It is here now.");
        assertThat(state(conversation, offered)).isEqualTo("arrived");
        assertThat(identity(mail).orElseThrow().level()).isEqualTo(Level.VERIFIED);
        assertThat(story(conversation)).endsWith("handover-arrived chat → email", "in email: It is here now.");
    }

    @Test
    void fromATextMessageIntoTheChatTheThreadIsThere() throws Exception {
        ChannelAddress.Phone ada = phone();
        String conversation = writes(ada, "The lamp flickers.");
        JsonNode offered = offer(conversation, "chat");
        assertThat(story(conversation)).last().asString().startsWith(
                "out sms: Go on in the chat: http://loper.test/h/");

        HttpResponse<String> chat = form(offered, "/continue", "visitor=");
        Matcher token = Pattern.compile("data-visitor=\"([^\".]+)\\.").matcher(chat.body());
        assertThat(token.find()).as(chat.body()).isTrue();
        ChannelAddress.Visitor visitor = new ChannelAddress.Visitor(token.group(1));

        assertThat(conversationOf(visitor)).isEqualTo(conversation);
        assertThat(identity(visitor).orElseThrow().level()).isEqualTo(Level.VERIFIED);
        assertThat(visitors.page(visitor, null, 50).items()).filteredOn(
                item -> item.shown() && item.text().equals("The lamp flickers.")).hasSize(1);
        assertThat(topicOf(conversation).get("title").asString()).isNotEmpty();
        writes(visitor, "Here I am.");
        assertThat(story(conversation)).containsSubsequence("handover-arrived sms → chat", "in chat: Here I am.");
    }

    @Test
    void aBrowserThatWasInTheChatBeforeIsJoinedAndThatCanBeUndone() throws Exception {
        ChannelAddress.WhatsApp known = whatsApp();
        String theirs = writes(known, "I am known already.");
        String conversation = writes(eva, "And here I am a nobody.");
        writes(known, ready(offer(conversation, "whatsapp")));

        assertThat(conversationOf(eva)).isEqualTo(theirs);
        assertThat(story(theirs)).contains("in chat: And here I am a nobody.", "in whatsapp: I am known already.",
                "handover-arrived chat → whatsapp");
        JsonNode customer = get("/api/v1/conversations/" + theirs).get("customer");
        String merges = "/api/v1/customers/" + customer.get("id").asString() + "/merges";
        JsonNode merge = get(merges).get("items").get(0);
        assertThat(delete(merges + "/" + merge.get("id").asString()).statusCode()).isEqualTo(200);
        assertThat(conversationOf(eva)).isNotEqualTo(theirs);
    }

    @Test
    void answersNobodyWasThereToReadGoOnByMailInOneLetter() throws Exception {
        String conversation = writes(eva, "Mijn lamp is er niet, en ik heb haast.");
        ChannelAddress.Email mail = email();
        answersMail(mail, offer(conversation, "email", mail.value()).get("topic").asString(), "Hier ben ik ook.");
        writes(eva, "En weer in de chat.");
        answers(conversation, "Ik kijk even.");
        answers(conversation, "De lamp komt morgen.");

        await().atMost(Duration.ofSeconds(20)).untilAsserted(
                () -> assertThat(story(conversation)).last().asString().startsWith(
                        "out email: Je was al weg").contains("Ik kijk even.", "De lamp komt morgen."));
        assertThat(story(conversation)).filteredOn(told -> told.startsWith("out email: Je was al weg")).hasSize(1);
        assertThat(entries(conversation).getLast().get("event").get("kind").asString()).isEqualTo("handover-carried");
    }

    @Test
    void anAddressThatWasOnlyTypedIsProposedAndNothingGoesThere() throws Exception {
        String conversation = writes(eva, "My lamp is not here.");
        ChannelAddress.Email mail = email();
        offer(conversation, "email", mail.value());
        answers(conversation, "It comes tomorrow.");

        await().atMost(Duration.ofSeconds(20)).until(() -> story(conversation).contains(
                "handover-unread chat → email"));
        assertThat(story(conversation)).noneMatch(told -> told.startsWith("out email: You were gone"));
        assertThat(suggested(conversation)).containsExactly("email unread");

        writes(eva, "I am back.");
        assertThat(suggested(conversation)).isEmpty();
    }

    @Test
    void whatCarriesMoreIsProposedWhereTheirChannelDoesNotCarryWhatIsToBeWritten() throws Exception {
        String conversation = writes(phone(), "My lamp is not here.");
        assertThat(suggested(conversation, "?length=1600")).isEmpty();
        assertThat(suggested(conversation, "?length=1601")).containsExactly("chat does-not-fit");
        assertThat(suggested(conversation, "?files=1&bytes=100000000000")).isEmpty();
        assertThat(suggested(writes(email(), "My lamp."), "?length=20000&files=1&bytes=1000")).isEmpty();
    }

    /// What is proposed now, and why.
    private List<String> suggested(String conversation) throws Exception {
        return suggested(conversation, "");
    }

    private List<String> suggested(String conversation, String load) throws Exception {
        return get("/api/v1/conversations/" + conversation + "/handover-ways" + load).get("items").valueStream().filter(
                way -> !way.get("suggested").isNull()).map(
                        way -> way.get("to").asString() + " " + way.get(
                                "suggested").asString()).toList();
    }

    @Test
    void whatNobodyWasThereToReadGoesToAMailboxThatIsTheirsAlone() throws Exception {
        String conversation = writes(eva, "My lamp is not here.");
        ChannelAddress.Email own = email();
        ChannelAddress.Email shared = email();
        answersMail(own, offer(conversation, "email", own.value()).get("topic").asString(), "Here I am, too.");
        writes(eva, "And back in the chat.");
        answersMail(shared, offer(conversation, "email", shared.value()).get("topic").asString(), "And here.");
        writes(eva, "And back once more.");
        String customer = get("/api/v1/conversations/" + conversation).get("customer").get("id").asString();
        put("/api/v1/customers/" + customer + "/shared-identities", Map.of("identity",
                Identity.field(shared, Level.OBSERVED), "shared", true));

        answers(conversation, "It comes tomorrow.");

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(entries(conversation)).filteredOn(
                entry -> entry.path("event").path("kind").asString("").equals(
                        "handover-carried")).singleElement().satisfies(
                                letter -> assertThat(letter.get("to").get(0).asString()).isEqualTo(own.value())));
    }

    @Test
    void aNoteIsInNoLetter() throws Exception {
        String conversation = writes(phone(), "The lamp flickers.");
        post("/api/v1/conversations/" + conversation + "/notes", Map.of("topic", topicOf(conversation).get(
                "id").asString(), "text", "Third time this month", "clientId", java.util.UUID.randomUUID().toString()));

        JsonNode letter = offer(conversation, "email", email().value());

        assertThat(entries(conversation).stream().filter(
                entry -> entry.get("id").equals(letter.get("told"))).findFirst().orElseThrow().get(
                        "text").asString()).contains("The lamp flickers.").doesNotContain("Third time");
    }

    @Test
    void inTheChatATextMessageIsOfferedByAPageOnWhichItCanBeTapped() throws Exception {
        String conversation = writes(eva, "My lamp has not arrived.");
        JsonNode offered = offer(conversation, "sms");
        Matcher link = Pattern.compile("https?://\\S+/h/\\S+").matcher(story(conversation).getLast());
        assertThat(link.find()).as(story(conversation).getLast()).isTrue();
        HttpResponse<String> page = send(java.net.http.HttpRequest.newBuilder(at(java.net.URI.create(
                link.group()).getPath())).GET());
        assertThat(offered.get("link").asString()).startsWith("sms:+3197010280001?body=");
        assertThat(page.body()).contains("href=\"sms:+3197010280001?body").contains("<svg");
    }

    @Test
    void itSaysWhetherTheCustomerWasTold() throws Exception {
        String conversation = writes(eva, "My lamp has not arrived.");
        JsonNode shown = post("/api/v1/conversations/" + conversation + "/handovers", Map.of("to", "whatsapp", "tell",
                false));
        assertThat(shown.get("said").asBoolean()).isFalse();
        assertThat(offer(conversation, "whatsapp").get("said").asBoolean()).isTrue();
    }

    @Test
    void whoMayNotAnswerIsNotShownWhatProvesIt() throws Exception {
        String conversation = writes(eva, "My lamp has not arrived.");
        for (String to : List.of("whatsapp", "voice")) {
            Handover handover = handovers.find(new HandoverId(offer(conversation, to).get(
                    "id").asString())).orElseThrow();
            assertThat(views.of(handover).code()).isNotNull();
            HandoverView onlooker = views.withoutProof(handover);
            assertThat(onlooker.state()).isEqualTo(HandoverState.OFFERED);
            assertThat(onlooker.code()).isNull();
            assertThat(onlooker.link()).isNull();
            assertThat(onlooker.qr()).isNull();
        }
    }

    @Test
    void whoeverWasAnsweredSinceTheyArrivedIsNotGreeted() throws Exception {
        ChannelAddress.Email mail = email();
        String conversation = writes(eva, "My lamp has not arrived.");
        Handover arrived = arrivedByMail(conversation, mail);
        post("/api/v1/conversations/" + conversation + "/messages", Map.of("channel", "email", "text",
                "Good to have you here.", "clientId", java.util.UUID.randomUUID().toString()));

        greetings.greet(arrived);

        assertThat(story(conversation)).last().isEqualTo("out email: Good to have you here.");
    }

    @Test
    void whoeverNobodyAnsweredYetIsGreetedOnceWhatWasSaidBeforeCountsForNothing() throws Exception {
        ChannelAddress.Email mail = email();
        String conversation = writes(eva, "My lamp has not arrived.");
        answers(conversation, "I will look.");
        Handover arrived = arrivedByMail(conversation, mail);

        greetings.greet(arrived);
        greetings.greet(arrived);

        assertThat(story(conversation)).filteredOn(told -> told.startsWith("out email: We go on where")).hasSize(1);
    }

    /// Nothing greets them by itself, because the letter they answered told where we were.
    private Handover arrivedByMail(String conversation, ChannelAddress.Email mail) throws Exception {
        JsonNode offered = offer(conversation, "email", mail.value());
        answersMail(mail, offered.get("topic").asString(), "Here I am.");
        return handovers.find(new HandoverId(offered.get("id").asString())).orElseThrow();
    }

    private void answers(String conversation, String words) throws Exception {
        post("/api/v1/conversations/" + conversation + "/messages", Map.of("channel", "chat", "text", words,
                "clientId", java.util.UUID.randomUUID().toString()));
    }

    /// All other accounts of the demo speak for another brand.
    @Test
    void whoDealsWithOneBrandIsNotLedToAnother() throws Exception {
        ChannelAddress.Visitor shopper = visitor();
        ChannelMessage said = message(shopper, "Is this still on sale?", ChannelMessage.ThreadingHints.NONE);
        intake.accept(new ChannelMessage(new AccountId("chat-outlet"), said.channel(), said.providerId(), shopper, "",
                Level.OBSERVED, List.of("us"), List.of(), null, null, said.text(), null, null, List.of(),
                ChannelMessage.ThreadingHints.NONE, false));
        String conversation = conversationOf(shopper);
        for (String to : List.of("whatsapp", "voice", "email", "sms")) {
            assertThat(problem(tryPost("/api/v1/conversations/" + conversation + "/handovers",
                    Map.of("to", to)))).as(to).isEqualTo("other-brand");
        }
        assertThat(problem(tryPost("/api/v1/conversations/" + conversation + "/calls", Map.of()))).isEqualTo(
                "not-connected");
        assertThat(visitorHandovers.ways(new AccountId("chat-outlet"))).isEmpty();
        assertThat(visitorHandovers.ways(new AccountId("chat-web"))).contains(ChannelKind.WHATSAPP);
    }

    @Test
    void onceTheyAreThereWhatElseWasOfferedToGetThereOpensNothing() throws Exception {
        String conversation = writes(phone(), "The lamp flickers.");
        JsonNode first = offer(conversation, "chat");
        JsonNode elsewhere = offer(conversation, "whatsapp");
        JsonNode second = offer(conversation, "chat");
        assertThat(form(second, "/continue", "visitor=").body()).contains("data-visitor");
        await().until(() -> state(conversation, first).equals("revoked"));
        assertThat(form(first, "/continue", "visitor=").body()).doesNotContain("data-visitor");
        assertThat(state(conversation, elsewhere)).isEqualTo("offered");
        assertThat(story(conversation)).noneMatch(told -> told.startsWith("handover-revoked"));
    }

    @Test
    void theCustomerMayDecline() throws Exception {
        String conversation = writes(phone(), "The lamp flickers.");
        JsonNode offered = offer(conversation, "chat");
        assertThat(form(offered, "/decline", "").statusCode()).isEqualTo(200);
        assertThat(state(conversation, offered)).isEqualTo("declined");
        assertThat(form(offered, "/continue", "visitor=").body()).doesNotContain("data-visitor");
        assertThat(story(conversation)).last().isEqualTo("handover-declined sms → chat");
    }

    @Test
    void whatIsTakenBackOpensNothing() throws Exception {
        String conversation = writes(eva, "My lamp has not arrived.");
        JsonNode offered = offer(conversation, "whatsapp");
        String revoke = "/api/v1/conversations/" + conversation + "/handovers/" + offered.get("id").asString();
        assertThat(delete(revoke).statusCode()).isEqualTo(200);
        assertThat(delete(revoke).statusCode()).isEqualTo(200);

        ChannelAddress.WhatsApp phone = whatsApp();
        assertThat(writes(phone, ready(offered))).isNotEqualTo(conversation);
        assertThat(handover(conversation, offered).get("link").isNull()).isTrue();
        assertThat(state(conversation, offered)).isEqualTo("revoked");
    }

    @Test
    void theSameRequestOffersOnce() throws Exception {
        String conversation = writes(eva, "My lamp has not arrived.");
        Map<String, Object> wanted = Map.of("to", "whatsapp", "clientId", "same");
        JsonNode first = post("/api/v1/conversations/" + conversation + "/handovers", wanted);
        JsonNode second = post("/api/v1/conversations/" + conversation + "/handovers", wanted);
        assertThat(second.get("id")).isEqualTo(first.get("id"));
        assertThat(get("/api/v1/conversations/" + conversation + "/handovers").get("items")).hasSize(1);
    }

    @Test
    void everyRouteIsShownAndWhereItDoesNotLeadTheReason() throws Exception {
        String conversation = writes(eva, "My lamp has not arrived.");
        JsonNode ways = get("/api/v1/conversations/" + conversation + "/handover-ways");
        assertThat(ways.get("from").asString()).isEqualTo("chat");
        Map<String, String> reasons = ways.get("items").valueStream().filter(
                way -> !way.get("available").asBoolean()).collect(
                        java.util.stream.Collectors.toMap(
                                way -> way.get("to").asString(), way -> way.get("reason").asString()));
        assertThat(reasons).containsEntry("email", "no-address").containsEntry("telegram",
                "not-connected").doesNotContainKey(
                        "whatsapp");
        HttpResponse<String> refused = tryPost("/api/v1/conversations/" + conversation + "/handovers",
                Map.of("to", "telegram"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(problem(refused)).isEqualTo("not-connected");
    }

    @Test
    void anAdministratorSwitchesARouteOffAndWordsAnother() throws Exception {
        HttpResponse<String> missing = put("/api/v1/handover-routes", Map.of("items", List.of(Map.of("from", "email",
                "to", "chat", "enabled", true, "en", "Come and chat!"))));
        assertThat(missing.statusCode()).isEqualTo(422);
        assertThat(problem(missing)).isEqualTo("placeholder-missing");

        put("/api/v1/handover-routes", Map.of("items", List.of(Map.of("from", "email", "to", "chat", "enabled", true,
                "en", "Come and chat: {link}"), Map.of("from", "email", "to", "sms", "enabled", false))));
        String conversation = writes(email(), "My lamp is not here and I want to chat with you.");
        offer(conversation, "chat");
        assertThat(story(conversation)).last().asString().startsWith("out email: Come and chat: http");
        assertThat(problem(tryPost("/api/v1/conversations/" + conversation + "/handovers", Map.of("to",
                "sms")))).isEqualTo("switched-off");

        put("/api/v1/handover-routes", Map.of("items", List.of(Map.of("from", "email", "to", "sms", "enabled", true))));
        offer(conversation, "sms");
    }

    @Test
    void figuresTellOfEachRouteHowItWent() throws Exception {
        String conversation = writes(whatsApp(), "My lamp has not arrived.");
        JsonNode before = route("whatsapp", "chat");
        form(offer(conversation, "chat"), "/continue", "visitor=");
        String other = writes(whatsApp(), "Mine neither.");
        form(offer(other, "chat"), "/decline", "");

        JsonNode after = route("whatsapp", "chat");
        assertThat(after.get("offered").asLong() - before.path("offered").asLong()).isEqualTo(2);
        assertThat(after.get("arrived").asLong() - before.path("arrived").asLong()).isEqualTo(1);
        assertThat(after.get("declined").asLong() - before.path("declined").asLong()).isEqualTo(1);
        assertThat(after.get("medianSeconds").asLong()).isBetween(1L, 64L);
    }

    private JsonNode route(String from, String to) throws Exception {
        return get("/api/v1/handovers/figures").get("items").valueStream().filter(item -> item.get(
                "from").asString().equals(from) && item.get("to").asString().equals(to)).findFirst().orElseGet(
                        () -> tools.jackson.databind.json.JsonMapper.shared().createObjectNode());
    }
}
