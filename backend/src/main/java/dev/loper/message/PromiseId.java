package dev.loper.message;

/// One promise to a customer.
public record PromiseId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
