package dev.loper.calendar;

/// A calendar's name in addresses and other records: up to 40 of a–z, 0–9 and “-”, such as `support-amsterdam`.
public record CalendarId(String value) {

    /// The calendar that is always there.
    public static final CalendarId DEFAULT = new CalendarId("default");

    @Override
    public String toString() {
        return value;
    }
}
