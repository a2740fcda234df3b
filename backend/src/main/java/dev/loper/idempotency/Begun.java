package dev.loper.idempotency;

/// What is known of a key when a request comes with it.
sealed interface Begun {

    /// Nothing: this request is the first, and is carried out now.
    ///
    /// @param owner its mark; without it nobody says how it ended
    /// @param salt  under which its answer is sealed
    record First(String owner, String salt) implements Begun {}

    /// The first is being carried out.
    record Running() implements Begun {}

    /// It was given to another request.
    record Other() implements Begun {}

    /// The first was carried out and answered.
    record Done(KeptAnswer answer) implements Begun {}
}
