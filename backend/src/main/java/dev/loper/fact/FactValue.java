package dev.loper.fact;

import dev.loper.message.ChannelKind;
import dev.loper.web.ProblemException;

/// What a value set by hand must look like, for the kinds that others act upon.
final class FactValue {

    private FactValue() {}

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
