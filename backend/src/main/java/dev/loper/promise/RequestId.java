package dev.loper.promise;

/// The id of a colleague request.
record RequestId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
