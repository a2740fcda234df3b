package dev.loper.channel.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What an invitation says (iCalendar, RFC 5545), for a mail that says nothing else: what, when, where, and its words.
final class InvitationText {

    private static final Pattern MOMENT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:T(\\d{2})(\\d{2})\\d{2}(Z?))?");

    private InvitationText() {}

    /// @return empty if it is no invitation
    static String of(String calendar) {
        String unfolded = calendar.replaceAll("\n[ \t]", "");
        int begins = unfolded.indexOf("BEGIN:VEVENT");
        if (begins < 0) {
            return "";
        }
        String event = unfolded.substring(begins);
        List<String> lines = new ArrayList<>();
        field(event, "SUMMARY").ifPresent(lines::add);
        moment(event, "DTSTART").ifPresent(start -> lines.add(
                moment(event, "DTEND").map(end -> start + " – " + end).orElse(start)));
        field(event, "LOCATION").ifPresent(lines::add);
        field(event, "DESCRIPTION").ifPresent(words -> lines.add("\n" + words));
        return String.join("\n", lines);
    }

    private static Optional<String> field(String event, String name) {
        return value(event, name).map(
                text -> text.replaceAll("\\\\[nN]", "\n").replaceAll("\\\\(.)", "$1").strip()).filter(
                        text -> !text.isEmpty());
    }

    private static Optional<String> moment(String event, String name) {
        return value(event, name).map(MOMENT::matcher).filter(Matcher::matches).map(InvitationText::readable);
    }

    private static String readable(Matcher moment) {
        String day = moment.group(1) + "-" + moment.group(2) + "-" + moment.group(3);
        return moment.group(4) == null
                ? day
                : day + " " + moment.group(4) + ":" + moment.group(5) + (moment.group(6).isEmpty() ? "" : " UTC");
    }

    /// The value of a property, whatever parameters it has.
    private static Optional<String> value(String event, String name) {
        return event.lines().filter(line -> line.toUpperCase(Locale.ROOT).matches(name + "[;:].*")).findFirst().map(
                line -> line.substring(colon(line) + 1));
    }

    /// The colon before the value: one in quotes belongs to a parameter.
    private static int colon(String line) {
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '"') {
                quoted = !quoted;
            } else if (line.charAt(i) == ':' && !quoted) {
                return i;
            }
        }
        return line.length() - 1;
    }
}
