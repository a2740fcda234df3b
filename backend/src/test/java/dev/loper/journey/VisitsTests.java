package dev.loper.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class VisitsTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant NOON = Instant.parse("2026-06-11T12:00:00Z");

    @Test
    void aBasketLeftAtTheThirdOfFourStepsIsToldSo() {
        List<Visits.Visit> visits = Visits.of(List.of(step("p", 0, "page", "Lamp Fjord", "{}"),
                step("b", 10, "basket", "Basket",
                        "{\"total\": 84, \"currency\": \"EUR\", \"items\": [{\"name\": \"Lamp\"}]}"),
                step("f2", 20, "form", "Details", form(2, "{}")),
                step("f3", 30, "form", "Delivery address", form(3, "{\"street\": \"Javastraat\", \"note\": \"\"}"))));
        assertThat(visits).hasSize(1);
        Visits.Visit visit = visits.getFirst();
        assertThat(visit.where()).isEqualTo("Delivery address");
        assertThat(visit.flow()).isEqualTo(new Visits.Flow("f3", "checkout", "Delivery address", 3, 4, List.of("A",
                "B", "C", "D"), List.of(new Visits.Value("street", "Javastraat"))));
        assertThat(visit.basket()).isEqualTo(new Visits.Basket("84", "EUR", List.of("Lamp")));
        assertThat(visit.ordered()).isFalse();
    }

    @Test
    void anOrderEndsIt() {
        Visits.Visit visit = Visits.of(List.of(step("b", 0, "basket", "Basket", "{\"total\": 84}"), step("f", 5, "form",
                "Payment", form(4, "{}")), step("o", 9, "order", "Order 4711-82", "{}"))).getFirst();
        assertThat(visit.ordered()).isTrue();
        assertThat(visit.flow()).isNull();
        assertThat(visit.basket()).isNull();
    }

    @Test
    void halfAnHourWithoutAStepBeginsAnotherVisitAndTheNewestIsFirst() {
        assertThat(Visits.of(List.of(step("a", 0, "page", "One", "{}"), step("b", 31 * 60, "page", "Two",
                "{}")))).extracting(Visits.Visit::where).containsExactly("Two", "One");
    }

    @Test
    void nonsenseInDataBreaksNothing() {
        assertThat(
                Visits.of(List.of(step("f", 0, "form", "Pay", "{\"step\": -3, \"of\": \"x\", \"fields\": [1]}"), step(
                        "b", 1, "basket", "Basket", "{\"total\": {\"a\": 1}}")))).hasSize(1);
        assertThat(Visits.of(List.of())).isEmpty();
    }

    private static String form(int step, String fields) {
        return "{\"flow\": \"checkout\", \"step\": " + step
                + ", \"of\": 4, \"steps\": [\"A\", \"B\", \"C\", \"D\"], \"fields\": " + fields + "}";
    }

    private static Step step(String id, int seconds, String kind, String name, String data) {
        return new Step(id, NOON.plusSeconds(seconds), kind, name, "https://shop.test/", (ObjectNode) JSON.readTree(
                data));
    }
}
