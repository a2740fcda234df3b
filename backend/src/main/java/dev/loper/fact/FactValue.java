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
        return value;
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
