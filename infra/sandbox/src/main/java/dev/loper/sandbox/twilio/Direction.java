package dev.loper.sandbox.twilio;

/// Seen from the account: in from a phone, or out through the API.
public enum Direction {

    INBOUND("inbound"),
    OUTBOUND("outbound-api");

    private final String wire;

    Direction(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }
}
