package dev.loper.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.loper.channel.CallBacks;
import dev.loper.channel.ChatGuests;
import dev.loper.channel.VisitorDetails;
import dev.loper.channel.VisitorHandovers;
import dev.loper.customer.CustomerDetails;
import dev.loper.customer.Identity;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ChannelKind;
import dev.loper.message.EntryId;
import dev.loper.message.Level;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// What strangers try, and what machines do without meaning to.
class HandoverAttackTests extends HandoverProduct {

    @Autowired
    VisitorHandovers asked;

    @Autowired
    ChatGuests guests;

    @Autowired
    CallBacks callBacks;

    @Autowired
    VisitorDetails details;

    @Autowired
    CustomerDetails kept;

    @Test
    void aScannerThatOpensEveryLinkChangesNothing() throws Exception {
        String conversation = writes(email(), "My lamp is not here and I have a question about it.");
        JsonNode offered = offer(conversation, "chat");
        List<String> before = story(conversation);
        for (int i = 0; i < 50; i++) {
            assertThat(page(offered).statusCode()).isEqualTo(200);
            send(HttpRequest.newBuilder(at(path(offered))).method("HEAD", HttpRequest.BodyPublishers.noBody()));
            send(HttpRequest.newBuilder(at(path(offered) + "/continue")).GET());
            send(HttpRequest.newBuilder(at(path(offered) + "/decline")).GET());
        }
        assertThat(story(conversation)).isEqualTo(before);
        assertThat(handover(conversation, offered)).isEqualTo(offered);
    }

    @Test
    void anotherSitesPagePressesNoButton() throws Exception {
        String conversation = writes(email(), "My lamp is not here and I have a question about it.");
        JsonNode offered = offer(conversation, "chat");
        List<String> before = story(conversation);
        for (String site : List.of("cross-site", "same-site")) {
            for (String button : List.of("/continue", "/decline")) {
                HttpResponse<String> answer = send(HttpRequest.newBuilder(at(path(offered) + button)).header(
                        "Content-Type", "application/x-www-form-urlencoded").header("Sec-Fetch-Site", site).POST(
                                HttpRequest.BodyPublishers.ofString("visitor=")));
                assertThat(answer.body()).doesNotContain("data-visitor=").contains(path(offered) + "/continue");
            }
        }
        assertThat(story(conversation)).isEqualTo(before);
        assertThat(handover(conversation, offered)).isEqualTo(offered);
    }

    @Test
    void anAddressOfOurOwnPeopleBecomesNoCustomersAndGetsNoLetter() throws Exception {
        ChannelAddress.Visitor stranger = visitor();
        String conversation = writes(stranger, "I am Lotte, let me in.");
        assertThat(problem(tryPost("/api/v1/conversations/" + conversation + "/handovers",
                java.util.Map.of("to", "email", "address", "Lotte@loper.test")))).isEqualTo("our-address");
        assertThat(asked.offer(stranger, ChannelKind.EMAIL, "lotte@loper.test", "staff")).isEmpty();
        assertThat(story(conversation)).noneMatch(told -> told.startsWith("out email"));
    }

    @Test
    void anAddressOfOurOwnThatAVisitorLeavesIsNobodysAndGetsNothing() throws Exception {
        ChannelAddress.Visitor stranger = visitor();
        ChannelAddress.Email ours = new ChannelAddress.Email("lotte@loper.test");
        details.claim(new AccountId("chat-web"), stranger, new VisitorDetails.Claim("Lotte", ours, "en", null));
        String conversation = writes(stranger, "Let me in.");
        details.claim(new AccountId("chat-web"), stranger, new VisitorDetails.Claim(null,
                new ChannelAddress.Email("support@loper.test"), "en", null));
        callBacks.ask(stranger, new EntryId(entries(conversation).getLast().get("id").asString()),
                new ChannelAddress.Phone("+31612340001"));
        Identity whoever = identity(stranger).orElseThrow();
        assertThat(customers.find(whoever.customer()).orElseThrow().identities()).extracting(
                Identity::address).containsExactly(stranger);

        // One that was kept before they worked here.
        kept.told(whoever, null, ours, null);
        assertThat(problem(tryPost("/api/v1/conversations/" + conversation + "/handovers",
                java.util.Map.of("to", "email")))).isEqualTo("no-address");
        assertThat(problem(tryPost("/api/v1/conversations/" + conversation + "/handovers",
                java.util.Map.of("to", "email", "address", ours.value())))).isEqualTo("our-address");
        assertThat(asked.offer(stranger, ChannelKind.EMAIL, ours.value(), "kept")).isEmpty();
        assertThat(story(conversation)).noneMatch(told -> told.startsWith("out email"));
    }

    @Test
    void aGuessedLinkOpensNothing() throws Exception {
        assertThat(send(HttpRequest.newBuilder(at("/h/AAAAAAAAAAAAAAAAAAAAAA")).GET()).statusCode()).isEqualTo(404);
        assertThat(send(HttpRequest.newBuilder(at("/h/AAAAAAAAAAAAAAAAAAAAAA/continue")).header("Content-Type",
                "application/x-www-form-urlencoded").POST(
                        HttpRequest.BodyPublishers.ofString(
                                "visitor="))).statusCode()).isEqualTo(404);
    }

    @Test
    void aTextTakesOnlyTheFirstWhoSendsIt() throws Exception {
        String conversation = writes(visitor(), "My lamp has not arrived.");
        String text = ready(offer(conversation, "whatsapp"));
        List<ChannelAddress.WhatsApp> crowd = IntStream.range(0, 12).mapToObj(i -> whatsApp()).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(crowd.stream().<Callable<String>>map(one -> () -> writes(one, text)).toList());
        }
        assertThat(crowd.stream().filter(one -> conversationOf(one).equals(conversation))).hasSize(1);
        assertThat(story(conversation)).filteredOn(told -> told.startsWith("handover-arrived")).hasSize(1);
    }

    @Test
    void aTextIsNoUseOnAnotherChannelOrWithALetterChanged() throws Exception {
        String conversation = writes(visitor(), "My lamp has not arrived.");
        JsonNode offered = offer(conversation, "whatsapp");
        String text = offered.get("code").asString();
        String changed = text.substring(0, text.length() - 1) + (text.endsWith("7") ? "8" : "7");

        assertThat(writes(phone(), text)).isNotEqualTo(conversation);
        assertThat(writes(whatsApp(), changed)).isNotEqualTo(conversation);
        assertThat(state(conversation, offered)).isEqualTo("offered");
    }

    @Test
    void aForwardedLetterLetsNobodyIn() throws Exception {
        String conversation = writes(visitor(), "My lamp has not arrived.");
        ChannelAddress.Email mail = email();
        JsonNode offered = offer(conversation, "email", mail.value());
        ChannelAddress.Email stranger = email();
        answersMail(stranger, offered.get("topic").asString(), "Who is this about?");

        assertThat(conversationOf(stranger)).isNotEqualTo(conversation);
        assertThat(state(conversation, offered)).isEqualTo("offered");
        assertThat(story(conversation)).noneMatch(told -> told.contains("Who is this about?"));
    }

    @Test
    void anAnswerWithoutOurTokenIsNoArrival() throws Exception {
        String conversation = writes(visitor(), "My lamp has not arrived.");
        ChannelAddress.Email mail = email();
        JsonNode offered = offer(conversation, "email", mail.value());
        assertThat(writes(mail, "A new question.")).isNotEqualTo(conversation);
        assertThat(state(conversation, offered)).isEqualTo("offered");
    }

    @Test
    void twoPeopleWhoShareAMailboxStayTwo() throws Exception {
        ChannelAddress.Email shared = email();
        String bobs = writes(shared, "This is Bob, about my chair.");
        String annes = writes(visitor(), "This is Anne, about my lamp.");
        JsonNode offered = offer(annes, "email", shared.value());
        assertThat(story(annes)).last().asString().doesNotContain("chair");
        answersMail(shared, offered.get("topic").asString(), "Anne again.");

        assertThat(conversationOf(shared)).isEqualTo(bobs);
        assertThat(identity(shared).orElseThrow().level()).isEqualTo(Level.OBSERVED);
        assertThat(story(annes)).contains("in email: Anne again.").noneMatch(told -> told.contains("chair"));
        assertThat(story(bobs)).containsExactly("in email: This is Bob, about my chair.");
    }

    @Test
    void aStrangerWhoTypesAKnownAddressIsNotJoinedToWhoeverAnswersThere() throws Exception {
        ChannelAddress.Email victim = email();
        String theirs = writes(victim, "My lamp is not here.");
        ChannelAddress.Visitor stranger = visitor();
        String conversation = writes(stranger, "I am somebody else.");
        JsonNode offered = offer(conversation, "email", victim.value());
        assertThat(story(conversation)).noneMatch(told -> told.contains("My lamp is not here."));
        answersMail(victim, offered.get("topic").asString(), "I did not ask for this.");

        assertThat(conversationOf(victim)).isEqualTo(theirs);
        assertThat(conversationOf(stranger)).isEqualTo(conversation);
        assertThat(visitors.page(stranger, null, 50).items()).noneMatch(item -> item.shown());
    }

    @Test
    void aVisitorsWordsReachAnAddressTheyOnlyTypedOnceItIsProven() throws Exception {
        ChannelAddress.Visitor stranger = visitor();
        String conversation = writes(stranger, "Your account at the bank is blocked: https://evil.example/login");
        ChannelAddress.Email mail = email();
        assertThat(asked.offer(stranger, ChannelKind.EMAIL, mail.value(), mail.value())).isPresent();

        JsonNode letter = entries(conversation).getLast();
        assertThat(letter.get("to").get(0).asString()).isEqualTo(mail.value());
        assertThat(letter.toString()).doesNotContain("bank").doesNotContain("evil.example");
        String text = letter.get("text").asString();
        HttpResponse<String> page = send(HttpRequest.newBuilder(at(text.substring(text.indexOf("/h/")).strip())).GET());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("bank").doesNotContain("evil.example");

        answersMail(mail, topicOf(conversation).get("id").asString(), "It was me.");
        await().atMost(Duration.ofSeconds(10)).untilAsserted(
                () -> assertThat(story(conversation)).last().asString().startsWith("out email: ").contains(
                        "evil.example"));
    }

    @Test
    void anAddressGetsThreeLettersHoweverManyVisitorsAskForOne() {
        ChannelAddress.Email victim = email();
        long letters = IntStream.range(0, 8).filter(i -> {
            ChannelAddress.Visitor stranger = visitor();
            writes(stranger, "I am number " + i);
            return asked.offer(stranger, ChannelKind.EMAIL, victim.value(), victim.value() + i).isPresent();
        }).count();
        assertThat(letters).isEqualTo(3);
    }

    @Test
    void aTextFromAForgedNumberJoinsNobodyAndIsAStrongSuggestion() throws Exception {
        ChannelAddress.Phone victim = phone();
        String theirs = writes(victim, "My lamp is not here.");
        ChannelAddress.Visitor stranger = visitor();
        String conversation = writes(stranger, "I am somebody else.");
        JsonNode offered = offer(conversation, "sms");
        writes(victim, ready(offered));

        assertThat(state(conversation, offered)).isEqualTo("arrived");
        assertThat(conversationOf(victim)).isEqualTo(theirs).isNotEqualTo(conversation);
        assertThat(conversationOf(stranger)).isEqualTo(conversation);
        assertThat(identity(victim).orElseThrow().level()).isEqualTo(Level.OBSERVED);
        assertThat(suggested(conversation)).containsExactly(theirs + " strong");
        assertThat(suggested(theirs)).containsExactly(conversation + " strong");
    }

    @Test
    void aNumberNobodyHadIsNoBetterProvenByShowingIt() throws Exception {
        ChannelAddress.Phone number = phone();
        String conversation = writes(visitor(), "My lamp is not here.");
        writes(number, ready(offer(conversation, "sms")));

        assertThat(conversationOf(number)).isEqualTo(conversation);
        assertThat(identity(number).orElseThrow().level()).isEqualTo(Level.OBSERVED);
    }

    @Test
    void aLinkThatWasPassedOnJoinsNoBrowserThatHasACustomer() throws Exception {
        ChannelAddress.Email mallory = email();
        String conversation = writes(mallory, "I would rather chat.");
        ChannelAddress.Visitor ada = visitor();
        String adas = writes(ada, "This is Ada, in her own chat.");
        JsonNode offered = offer(conversation, "chat");
        assertThat(page(offered).body()).contains(mallory.value().charAt(0) + "…\u2060@e…").doesNotContain(
                mallory.value());

        HttpResponse<String> chat = form(offered, "/continue",
                "visitor=" + guests.tokenOf(new AccountId("chat-web"), ada));
        ChannelAddress.Visitor second = arrived(form(offer(conversation, "chat"), "/continue", "visitor="));
        writes(ada, "My new address is Dam 1.");

        assertThat(arrived(chat)).isEqualTo(ada);
        assertThat(chat.body()).contains("another conversation");
        assertThat(conversationOf(ada)).isEqualTo(adas).isNotEqualTo(conversation);
        assertThat(story(conversation)).noneMatch(told -> told.contains("Dam 1"));
        assertThat(visitors.page(second, null, 50).items()).noneMatch(item -> item.text().contains("Ada")
                || item.text().contains("Dam 1"));
        assertThat(visitors.page(ada, null, 50).items()).noneMatch(
                item -> item.shown() && item.text().contains("I would rather chat."));
        assertThat(suggested(conversation)).containsExactly(adas + " strong");
    }

    private static ChannelAddress.Visitor arrived(HttpResponse<String> chat) {
        Matcher token = Pattern.compile("data-visitor=\"([^\".]+)\\.").matcher(chat.body());
        assertThat(token.find()).as(chat.body()).isTrue();
        return new ChannelAddress.Visitor(token.group(1));
    }

    private List<String> suggested(String conversation) throws Exception {
        String customer = get("/api/v1/conversations/" + conversation).get("customer").get("id").asString();
        return get("/api/v1/customers/" + customer + "/suggestions").get("items").valueStream().map(
                item -> item.get("customer").get("conversation").asString() + " " + item.get(
                        "strength").asString()).toList();
    }

    @Test
    void nothingIsTextedToANumberThatAVisitorOnlyTyped() throws Exception {
        ChannelAddress.Visitor stranger = visitor();
        String conversation = writes(stranger, "Call me there, please, and look at my page.");
        ChannelAddress.Phone victim = phone();
        callBacks.ask(stranger, new EntryId(entries(conversation).getLast().get("id").asString()),
                victim);
        JsonNode offered = offer(conversation, "sms");

        assertThat(offered.get("how").asString()).isEqualTo("text");
        assertThat(story(conversation)).noneMatch(told -> told.startsWith("out sms"));
        assertThat(topicOf(conversation).get("call").asString()).isEqualTo("asked");
    }

    @Test
    void aLetterCarriesNoProofThatWasOfferedElsewhere() throws Exception {
        String conversation = writes(visitor(), "My lamp has not arrived.");
        JsonNode offered = offer(conversation, "whatsapp");
        offer(conversation, "email", email().value());

        String letter = story(conversation).getLast();
        assertThat(letter).startsWith("out email").contains("My lamp has not arrived.").doesNotContain("wa.me",
                offered.get("code").asString());
    }

    @Test
    void aLetterCallsAVisitorWithoutANameNothingThatOnlyWeSay() throws Exception {
        String conversation = writes(visitor(), "Mijn lamp is er niet.");
        offer(conversation, "email", email().value());

        assertThat(story(conversation).getLast()).containsPattern("  (You|Jij): Mijn lamp").doesNotContain("Visitor");
    }

    @Test
    void aNumberThatAStrangerShowedDoesNotBringThemWhoeverHasIt() throws Exception {
        ChannelAddress.Phone number = phone();
        ChannelAddress.Visitor stranger = visitor();
        String conversation = writes(stranger, "I am somebody else.");
        writes(number, ready(offer(conversation, "sms")));
        ChannelAddress.WhatsApp victim = new ChannelAddress.WhatsApp(number.value());
        String theirs = writes(victim, "This is really me, and my account is 55.");

        assertThat(identity(number).orElseThrow().shown()).isTrue();
        assertThat(theirs).isNotEqualTo(conversation);
        assertThat(suggested(theirs)).containsExactly(conversation + " strong");
    }

    @Test
    void whatIsSaidOnANumberThatAStrangerShowedIsToldNowhereElse() throws Exception {
        ChannelAddress.Phone number = phone();
        ChannelAddress.Email mallory = email();
        String conversation = writes(mallory, "I would rather chat.");
        writes(number, ready(offer(conversation, "sms")));
        ChannelAddress.Visitor browser = arrived(form(offer(conversation, "chat"), "/continue", "visitor="));
        writes(number, "This is really me, and my account is 55.");
        writes(mallory, "Write me what was said.");
        writes(browser, "I am here.");
        offer(conversation, "email", mallory.value());

        assertThat(conversationOf(number)).isEqualTo(conversation);
        assertThat(story(conversation)).filteredOn(told -> told.contains("account is 55")).hasSize(1);
        assertThat(visitors.page(browser, null, 50).items()).extracting(item -> item.text()).noneMatch(
                text -> text.contains("account is 55")).anyMatch(text -> text.contains("I would rather chat."));
        dev.loper.message.EntryId said = new EntryId(entries(conversation).stream().filter(
                entry -> entry.toString().contains("account is 55")).findFirst().orElseThrow().get("id").asString());
        assertThat(visitors.entry(browser, said)).isEmpty();
    }

    @Test
    void aNumberAndAnotherOneOnWhatsAppAreTwoPeople() throws Exception {
        String one = writes(phone(), "I am known by this number.");
        ChannelAddress.WhatsApp other = whatsApp();
        String theirs = writes(other, "I am somebody else, to whom the link was passed on.");
        writes(other, ready(offer(one, "whatsapp")));

        assertThat(conversationOf(other)).isEqualTo(theirs).isNotEqualTo(one);
        assertThat(suggested(one)).containsExactly(theirs + " strong");
    }

    @Test
    void noVisitorHasUsTextANumberByAskingToBeCalledThere() throws Exception {
        ChannelAddress.Visitor stranger = visitor();
        String conversation = writes(stranger, "Call me there.");
        ChannelAddress.Phone victim = phone();
        callBacks.ask(stranger, new EntryId(entries(conversation).getLast().get("id").asString()),
                victim);

        assertThat(asked.offer(stranger, ChannelKind.SMS, victim.value(), "text-them")).isEmpty();
        assertThat(problem(tryPost("/api/v1/conversations/" + conversation + "/handovers",
                java.util.Map.of("to", "sms", "address", victim.value())))).isEqualTo("number-unknown");
        assertThat(story(conversation)).noneMatch(told -> told.startsWith("out sms"));
    }

    @Test
    void aTextMessageAfterAnArrivalIsAboutWhateverItIsAbout() throws Exception {
        ChannelAddress.Phone number = phone();
        ChannelAddress.WhatsApp there = new ChannelAddress.WhatsApp(number.value());
        String conversation = writes(number, "My chair wobbles.");
        writes(there, "I am here now.");
        JsonNode offered = offer(conversation, "sms");
        assertThat(offered.get("how").asString()).isEqualTo("write");
        writes(number, "Yes, by text message.");
        assertThat(state(conversation, offered)).isEqualTo("arrived");
        String chair = offered.get("topic").asString();
        post("/api/v1/conversations/" + conversation + "/entries/" + entries(conversation).getLast().get(
                "id").asString() + "/move", java.util.Map.of("topic", "new", "title", "The lamp"));
        post("/api/v1/topics/" + chair + "/resolve", null);
        writes(number, "And the lamp is dark.");

        JsonNode last = entries(conversation).stream().filter(
                entry -> entry.toString().contains("lamp is dark")).findFirst().orElseThrow();
        assertThat(last.get("topic").asString()).isNotEqualTo(chair);
    }

    @Test
    void whatACustomerCallsTheirMatterIsNoWording() throws Exception {
        String conversation = writes(visitor(), "{code} {link} {transcript} {no}");
        ChannelAddress.Email mail = email();
        offer(conversation, "email", mail.value());

        String letter = entries(conversation).getLast().get("text").asString();
        assertThat(letter).contains("“{code} {link} {transcript} {no}”");
    }

    @Test
    void twoKnownPeopleAreNotJoinedByAText() throws Exception {
        String one = writes(phone(), "I am known by this number.");
        ChannelAddress.WhatsApp other = whatsApp();
        String friends = writes(other, "I am another person,");
        ChannelAddress.Phone friend = phone();
        writes(friend, "with a number of my own.");
        // the other person is known by a number too, once both their addresses are one customer
        String friendsSms = conversationOf(friend);
        String into = get("/api/v1/conversations/" + friends).get("customer").get("id").asString();
        post("/api/v1/customers/" + into + "/merges", java.util.Map.of("with", get("/api/v1/conversations/"
                + friendsSms).get("customer").get("id").asString()));
        JsonNode offered = offer(one, "whatsapp");
        writes(other, ready(offered));

        assertThat(conversationOf(other)).isEqualTo(conversationOf(friend)).isNotEqualTo(one);
        assertThat(state(one, offered)).isEqualTo("arrived");
        JsonNode arrived = entries(one).stream().filter(entry -> entry.get("event") != null && !entry.get(
                "event").isNull() && entry.get("event").get("kind").asString().equals(
                        "handover-arrived")).findFirst().orElseThrow();
        assertThat(arrived.get("event").get("customer").get("id").asString()).isNotEmpty();
    }

    @Test
    void onlyWhoMayAnswerHandsOver() throws Exception {
        List<Integer> answers = new ArrayList<>();
        String conversation = writes(visitor(), "My lamp has not arrived.");
        answers.add(send(HttpRequest.newBuilder(at("/api/v1/conversations/" + conversation + "/handovers")).header(
                "Content-Type", "application/json").POST(
                        HttpRequest.BodyPublishers.ofString(
                                "{\"to\":\"whatsapp\"}"))).statusCode());
        answers.add(tryPost("/api/v1/conversations/none/handovers", java.util.Map.of("to", "whatsapp")).statusCode());
        assertThat(answers).allMatch(status -> status == 401 || status == 403 || status == 404);
        assertThat(get("/api/v1/conversations/" + conversation + "/handovers").get("items")).isEmpty();
    }
}
