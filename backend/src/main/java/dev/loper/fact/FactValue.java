package dev.loper.fact;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import dev.loper.message.ChannelKind;
import dev.loper.web.ProblemException;

/// What a value set by hand must look like, for the kinds that others act upon.
final class FactValue {

    /// What people write with signs and spaces between, or without: `4711-82` and `471182` are one number.
    private static final Set<String> CODES = Set.of(BuiltIn.ORDER_NUMBER.id(), BuiltIn.POSTCODE.id(),
            BuiltIn.PHONE.id());

    private FactValue() {}

    /// What two ways of writing the same value have in common.
    static String core(String kind, String value) {
        String folded = Normalizer.normalize(value, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return CODES.contains(kind)
                ? folded.replaceAll("[^\\p{L}\\p{N}]", "")
                : folded.strip().replaceAll("\\s+", " ");
    }

    static boolean same(Fact one, Fact other) {
        return core(one.kind(), one.value()).equals(core(other.kind(), other.value()));
    }

    static String checked(FactKind kind, String value) {
        if (kind.id().equals(BuiltIn.PREFERRED_CHANNEL.id())) {
            return channel(value);
        }
        if (kind.id().equals(BuiltIn.QUIET_HOURS.id())
                && !value.matches("(?:[01]\\d|2[0-3]):[0-5]\\d-(?:[01]\\d|2[0-3]):[0-5]\\d")) {
            throw unfit("Quiet hours are written like 20:00-08:00.");
        }
        if (kind.id().equals(BuiltIn.LANGUAGE.id()) && !value.matches("[a-zA-Z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}")) {
            throw unfit("A language is written as its tag, like nl or en.");
        }
        if (FactDay.KINDS.contains(kind.id())) {
            return day(kind, value);
        }
        return value;
    }

    private static String day(FactKind kind, String value) {
        FactDay day = FactDay.read(value).orElseThrow(
                () -> unfit("A day is written like 12-05-1990, or 12 May."));
        if (kind.id().equals(FactDay.CUSTOMER_SINCE) && day.year() == null) {
            throw unfit("Since when somebody is a customer needs the year, like 12-05-1990.");
        }
        return day.value();
    }

    private static String channel(String value) {
        try {
            return ChannelKind.of(value).wire();
        } catch (IllegalArgumentException e) {
            throw unfit(String.valueOf(e.getMessage()));
        }
    }

    private static ProblemException unfit(String why) {
        return ProblemException.field("unfit-value", "value", why);
    }
}
