package dev.loper.handover;

/// A handover's id.
record HandoverId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
