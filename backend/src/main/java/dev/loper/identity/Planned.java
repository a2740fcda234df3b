package dev.loper.identity;

/// What a plan came to.
sealed interface Planned {

    record Plan(Relocation relocation) implements Planned {}

    /// It cannot be done, or was done.
    record No(Done done) implements Planned {}

    static Planned refused(String reason, String sentence) {
        return new No(new Done.Refused(reason, sentence));
    }
}
