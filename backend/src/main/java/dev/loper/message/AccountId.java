package dev.loper.message;

/// One configured endpoint of a channel, such as `sms-main`.
public record AccountId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
