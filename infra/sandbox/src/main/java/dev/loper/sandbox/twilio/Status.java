package dev.loper.sandbox.twilio;

import java.util.Locale;

/// How far a message has come. Failed: the provider gave up before sending; undelivered: the network did, after.
public enum Status {

    RECEIVED,
    QUEUED,
    SENT,
    DELIVERED,
    READ,
    FAILED,
    UNDELIVERED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
