package dev.loper.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Where a trigger holds, by what a visitor did.
class TriggerTests {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final List<Step> steps = new ArrayList<>();

    @Test
    void aBasketAboveTheAmountOnThatStepHolds() {
        page("Checkout");
        basket("249.00");
        form("Delivery address");
        assertThat(trigger("200", "delivery").holds(steps)).isTrue();
        assertThat(trigger("249", "delivery").holds(steps)).isFalse();
        assertThat(trigger("200", "payment").holds(steps)).isFalse();
        assertThat(trigger("200", null).holds(steps)).isTrue();
        assertThat(trigger(null, "DELIVERY").holds(steps)).isTrue();
    }

    @Test
    void whoGoesOnIsNotThereAnyMore() {
        basket("249");
        page("Checkout");
        form("Delivery address");
        form("Payment");
        assertThat(trigger("200", "delivery").holds(steps)).isFalse();
        assertThat(trigger("200", "checkout").holds(steps)).as("the page is the same").isTrue();
        page("Lamps");
        assertThat(trigger("200", "payment").holds(steps)).isFalse();
        assertThat(trigger("200", "checkout").holds(steps)).isFalse();
    }

    @Test
    void whoOrderedHasNothingInTheBasketAndNoLaterOneCounts() {
        basket("249");
        form("Delivery");
        add("order", "Ordered", null);
        assertThat(trigger("200", "delivery").holds(steps)).isFalse();
        basket("10");
        assertThat(trigger("200", null).holds(steps)).isFalse();
    }

    @Test
    void thePathCountsTooAndTheHostDoesNot() {
        page("Checkout");
        assertThat(trigger(null, "/shop/checkout").holds(steps)).isTrue();
        assertThat(trigger(null, "delivery.example").holds(steps)).isFalse();
    }

    @Test
    void nobodyWhoDidNothingIsAnywhereAndNoTriggerThatIsOffHolds() {
        assertThat(trigger("0", null).holds(List.of())).isFalse();
        page("Delivery");
        assertThat(new Trigger("t", "T", false, null, "delivery", Duration.ofSeconds(5), Duration.ofDays(1),
                new Trigger.Text("a", "b")).holds(steps)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"249 | 249", "249.00 | 249.00", "€ 1.249,00 | 1249.00", "1,249.5 | 1249.50",
            "1.249 | 1249", "EUR 84,- | 84", "free | 0", "99999999999999999999 | 0"})
    void anAmountIsReadHoweverAShopWritesIt(String said, BigDecimal amount) {
        assertThat(Trigger.amount(said)).isEqualByComparingTo(amount);
    }

    private void page(String name) {
        add("page", name, null);
    }

    private void form(String name) {
        add("form", name, null);
    }

    private void basket(String total) {
        add("basket", "Basket", total);
    }

    private void add(String kind, String name, @Nullable String total) {
        ObjectNode data = new JsonMapper().createObjectNode();
        if (total != null) {
            data.put("total", total);
        }
        steps.add(new Step("s" + steps.size(), NOON.plusSeconds(steps.size()), kind, name,
                "https://delivery.example/shop/" + (name.equals("Lamps") ? "lamps" : "checkout"), data));
    }

    private static Trigger trigger(@Nullable String over, @Nullable String place) {
        return new Trigger("t", "T", true, over == null ? null : new BigDecimal(over), place, Duration.ofMinutes(2),
                Duration.ofDays(7), new Trigger.Text("Hulp nodig?", "Need a hand?"));
    }
}
