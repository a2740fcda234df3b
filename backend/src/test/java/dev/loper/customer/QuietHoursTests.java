package dev.loper.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.message.ChannelKind;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class QuietHoursTests {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    @Test
    void theyGoOnOverMidnightByTheClockOnTheCustomersWall() {
        QuietHours night = quiet("21:00-08:00");
        assertThat(night.endAfter(at("2026-06-11T18:59:00Z"))).isNull();
        assertThat(night.endAfter(at("2026-06-11T19:00:00Z"))).isEqualTo("2026-06-12T06:00:00Z");
        assertThat(night.endAfter(at("2026-06-11T23:30:00Z"))).isEqualTo("2026-06-12T06:00:00Z");
        assertThat(night.endAfter(at("2026-06-12T06:00:00Z"))).isNull();
    }

    @Test
    void theyMayBeInTheMiddleOfADay() {
        QuietHours noon = quiet("12:00-14:00");
        assertThat(noon.endAfter(at("2026-06-11T10:30:00Z"))).isEqualTo("2026-06-11T12:00:00Z");
        assertThat(noon.endAfter(at("2026-06-11T12:00:00Z"))).isNull();
    }

    @Test
    void theNightInWhichTheClockIsPutBackIsAnHourLonger() {
        QuietHours night = quiet("21:00-08:00");
        assertThat(night.endAfter(at("2026-10-24T20:00:00Z"))).isEqualTo("2026-10-25T07:00:00Z");
    }

    @Test
    void aMailDisturbsNobodyAndATextDoes() {
        CustomerWishes.Wishes wishes = new CustomerWishes.Wishes(null, quiet("21:00-08:00"), null);
        Instant night = at("2026-06-11T23:30:00Z");
        assertThat(wishes.quietUntil(ChannelKind.EMAIL, night)).isNull();
        assertThat(wishes.quietUntil(ChannelKind.SMS, night)).isNotNull();
        assertThat(wishes.quietUntil(ChannelKind.VOICE, night)).isNotNull();
        assertThat(CustomerWishes.Wishes.NONE.quietUntil(ChannelKind.SMS, night)).isNull();
    }

    @Test
    void whatIsNoHoursIsNoQuiet() {
        assertThat(QuietHours.read("at night", AMSTERDAM)).isEmpty();
        assertThat(QuietHours.read("25:00-08:00", AMSTERDAM)).isEmpty();
    }

    private static QuietHours quiet(String words) {
        return QuietHours.read(words, AMSTERDAM).orElseThrow();
    }

    private static Instant at(String moment) {
        return Instant.parse(moment);
    }
}
