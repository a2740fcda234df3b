package dev.loper.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.MovableClock;
import dev.loper.access.Browser;
import dev.loper.access.Browser.Answer;
import dev.loper.redis.RedisServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The calendars over real HTTP, on Sunday 22 November 2026, 13:00 in Amsterdam.
@SpringBootTest(classes = CalendarApp.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "loper.public-url=http://loper.test", "loper.calendar.zone=Europe/Amsterdam"})
@ActiveProfiles("demo")
class CalendarApiTests {

    private static final String CALENDARS = "/api/v1/calendars";

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    @Autowired
    RedisCalendars store;

    @Autowired
    Calendars calendars;

    @DynamicPropertySource
    static void redis(DynamicPropertyRegistry registry) {
        RedisServer.register(registry);
    }

    @BeforeEach
    void begin() {
        clock.reset();
        store.all().keySet().forEach(store::remove);
        clock.advance(Duration.ofHours(-1));
        calendars.all();
        clock.reset();
    }

    @Test
    void thereIsOneFromTheBeginning() {
        Answer answer = noor().get(CALENDARS);

        assertThat(answer.body().at("/items")).hasSize(1);
        assertThat(answer.body().at("/items/0/id").asString()).isEqualTo("default");
        assertThat(answer.body().at("/items/0/calendar/zone").asString()).isEqualTo("Europe/Amsterdam");
        assertThat(answer.body().at("/items/0/calendar/week/friday/0/until").asString()).isEqualTo("17:30");
        assertThat(answer.body().at("/items/0/open").asBoolean()).isFalse();
        assertThat(answer.body().at("/items/0/opensAt").asString()).isEqualTo("2026-11-23T08:00:00Z");
    }

    @Test
    void anAdministratorAddsChangesAndRemovesOneAndTheAuditTells() {
        Answer added = noor().post(CALENDARS, form("Klantenservice België", "09:00", "24:00"));
        assertThat(added.status()).isEqualTo(201);
        String id = added.body().path("id").asString();
        assertThat(id).isEqualTo("klantenservice-belgie");
        assertThat(calendars.of(new CalendarId(id)).zone().getId()).isEqualTo("Europe/Brussels");

        Answer changed = put(id, form("Klantenservice", "10:00", "16:00"), 1);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body().path("version").asInt()).isEqualTo(2);

        assertThat(noor().delete(CALENDARS + "/" + id).status()).isEqualTo(204);
        assertThat(noor().delete(CALENDARS + "/" + id).status()).isEqualTo(404);
        assertThat(noor().get("/api/v1/audit").body().path("items").findValuesAsString("what")).startsWith(
                "calendar-removed", "calendar-changed", "calendar-added");
    }

    @Test
    void oneIsTriedBeforeItIsKept() {
        Map<String, Object> wanted = form("Never kept", "10:00", "16:00");

        Answer answer = noor().post(CALENDARS + "/try", Map.of("calendar", wanted, "text", "in 2 working hours",
                "language", "en"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("outcome").asString()).isEqualTo("understood");
        assertThat(answer.body().path("at").asString()).isEqualTo("2026-11-22T14:00:00Z");
        assertThat(noor().get(CALENDARS).body().at("/items")).hasSize(1);
        assertThat(noor().post(CALENDARS + "/try", Map.of("calendar", form("Backwards", "16:00", "10:00"), "text",
                "in 2 working hours", "language", "en")).status()).isEqualTo(422);
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsNotOverwritten() {
        assertThat(put("default", form("Opening hours", "10:00", "16:00"), 0).status()).isEqualTo(200);

        Answer second = put("default", form("Opening hours", "08:00", "20:00"), 0);

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.type()).isEqualTo("changed-meanwhile");
        assertThat(calendars.defaultCalendar().hoursOn(java.time.LocalDate.parse("2026-11-23")).spans()).hasSize(1);
    }

    @Test
    void twoCalendarsOfOneNameWouldBeOne() {
        noor().post(CALENDARS, form("Night", "20:00", "24:00"));

        Answer second = noor().post(CALENDARS, form("night", "21:00", "24:00"));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body().path("field").asString()).isEqualTo("name");
    }

    @Test
    void theDefaultOneStays() {
        assertThat(noor().delete(CALENDARS + "/default").type()).isEqualTo("default-calendar");
    }

    @Test
    void whatIsWrongIsNamed() {
        Map<String, Object> form = form("Somewhere", "09:00", "17:00");
        form.put("zone", "Europe/Nowhere");

        assertThat(noor().post(CALENDARS, form).body().path("field").asString()).isEqualTo("zone");
        assertThat(
                noor().post(CALENDARS, form("Backwards", "17:00", "09:00")).body().path("field").asString()).isEqualTo(
                        "week");
        assertThat(noor().post(CALENDARS, form("Odd", "9", "17:00")).status()).isEqualTo(422);
    }

    @Test
    void agentsReadAndDoNotWrite() {
        String token = noor().post("/api/v1/tokens", Map.of("name", "agent", "person", "lotte")).body().path(
                "token").asString();
        Browser lotte = new Browser(port).with("Authorization", "Bearer " + token);

        assertThat(lotte.get(CALENDARS).status()).isEqualTo(200);
        assertThat(moment(lotte, "default", "monday 10:00", "").status()).isEqualTo(200);
        assertThat(lotte.post(CALENDARS, form("Mine", "09:00", "17:00")).status()).isEqualTo(403);
        assertThat(lotte.delete(CALENDARS + "/default").status()).isEqualTo(403);
    }

    @Test
    void wordsBecomeAMomentAndSayHowTheyWereUnderstood() {
        Answer answer = moment(noor(), "default", "morgenochtend", "&language=nl");

        assertThat(answer.body().path("outcome").asString()).isEqualTo("understood");
        assertThat(answer.body().path("from").asString()).isEqualTo("2026-11-23T08:00:00Z");
        assertThat(answer.body().path("at").asString()).isEqualTo("2026-11-23T11:00:00Z");
        assertThat(answer.body().path("sentence").asString()).isEqualTo("maandag 23 november, vóór 12:00 uur");
    }

    @Test
    void wordsAreMeantOnTheCustomersWallClock() {
        Answer answer = moment(noor(), "default", "Monday 10:00", "&zone=America/New_York");

        assertThat(answer.body().path("at").asString()).isEqualTo("2026-11-23T15:00:00Z");
    }

    @Test
    void wordsForAClosedTimeSayWhenInstead() {
        Answer answer = moment(noor(), "default", "tomorrow 20:00", "");

        assertThat(answer.body().path("outcome").asString()).isEqualTo("closed");
        assertThat(answer.body().path("sentence").asString()).isEqualTo(
                "We are closed then. Next: Tuesday 24 November, 09:00.");
    }

    @Test
    void wordsThatAreNoMomentAreAnAnswerToo() {
        Answer answer = moment(noor(), "default", "when pigs fly", "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("outcome").asString()).isEqualTo("unknown");
    }

    @Test
    void theChangeOfAnotherNodeCountsWithinTwoSeconds() {
        BusinessCalendar before = calendars.defaultCalendar();
        store.save(GivenCalendar.closed().build(), 0);
        store.save(new BusinessCalendar(CalendarId.DEFAULT, "Closed", before.zone(), Map.of(), List.of()), 0);

        assertThat(calendars.defaultCalendar()).isEqualTo(before);
        clock.advance(Duration.ofSeconds(2));
        assertThat(calendars.defaultCalendar().name()).isEqualTo("Closed");
        assertThat(calendars.of(new CalendarId("no-such"))).isEqualTo(calendars.defaultCalendar());
    }

    private Answer put(String id, Map<String, Object> form, int version) {
        return noor().send("PUT", CALENDARS + "/" + id, Map.of("calendar", form, "version", version));
    }

    private static Answer moment(Browser browser, String id, String text, String more) {
        return browser.get(CALENDARS + "/" + id + "/moment?text=" + URLEncoder.encode(text, StandardCharsets.UTF_8)
                + more);
    }

    private Browser noor() {
        return new Browser(port).with("Authorization", "Bearer loper_demo");
    }

    private static Map<String, Object> form(String name, String from, String until) {
        Map<String, Object> week = new LinkedHashMap<>();
        List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday").forEach(
                day -> week.put(day, List.of(Map.of("from", from, "until", until))));
        return new LinkedHashMap<>(Map.of("name", name, "zone", "Europe/Brussels", "week", week, "days", List.of(Map.of(
                "date", "2026-12-25", "name", "Christmas", "hours", List.of()))));
    }
}
