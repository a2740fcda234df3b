package dev.loper.journey;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// When visitors of our sites are invited to chat: “basket over € 200, and two minutes still on delivery”.
///
/// @param id         up to 40 of a–z, 0–9 and “-”
/// @param basketOver what the basket has to exceed, in its own currency; none asks for no basket
/// @param place      what the page, its path or its form step has to contain; none holds anywhere
/// @param dwell      how long all of that has to hold
/// @param every      how long a visitor is left alone by this trigger after it invited them
/// @param text       what they are asked
record Trigger(String id, String name, boolean active, @Nullable BigDecimal basketOver, @Nullable String place,
        Duration dwell, Duration every, Text text) {

    /// In both languages.
    record Text(String nl, String en) {}

    /// Whether it holds where a visitor is now. Pure.
    ///
    /// @param steps the oldest first
    boolean holds(List<Step> steps) {
        return active && !steps.isEmpty() && (basketOver == null || basket(steps).compareTo(basketOver) > 0)
                && (place == null || here(steps, place.toLowerCase(Locale.ROOT).strip()));
    }

    /// What lies in the basket: nothing after an order.
    private static BigDecimal basket(List<Step> steps) {
        for (Step step : steps.reversed()) {
            switch (step.kind()) {
                case "order" -> {
                    return BigDecimal.ZERO;
                }
                case "basket" -> {
                    return amount(step.data().path("total").asString(""));
                }
                default -> {
                }
            }
        }
        return BigDecimal.ZERO;
    }

    /// However a shop writes it: `249`, `249.00`, `€ 1.249,00`.
    static BigDecimal amount(String said) {
        String digits = said.replaceAll("[^0-9.,]", "");
        int mark = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
        boolean cents = mark >= 0 && digits.length() - mark - 1 <= 2;
        String whole = (cents ? digits.substring(0, mark) : digits).replaceAll("[.,]", "");
        String plain = (whole.isEmpty() ? "0" : whole) + (cents ? "." + digits.substring(mark + 1) + "0" : "");
        return plain.length() > 15 ? BigDecimal.ZERO : new BigDecimal(plain);
    }

    /// On the last page, or at the last step of a form on it.
    private static boolean here(List<Step> steps, String place) {
        Optional<Step> page = last(steps, "page");
        Optional<Step> form = last(steps, "form").filter(
                step -> page.isEmpty() || !step.at().isBefore(page.get().at()));
        return Stream.concat(page.stream(), form.stream()).anyMatch(step -> named(step, place));
    }

    private static Optional<Step> last(List<Step> steps, String kind) {
        return steps.reversed().stream().filter(step -> step.kind().equals(kind)).findFirst();
    }

    private static boolean named(Step step, String place) {
        String url = step.url();
        String path = url == null ? "" : url.replaceFirst("^https?://[^/]*", "");
        return step.name().toLowerCase(Locale.ROOT).contains(place) || path.toLowerCase(Locale.ROOT).contains(place);
    }
}
