package dev.loper.redis;

import java.util.function.Consumer;

/// What happens when a timer of one kind is due.
///
/// The effect and the timer's removal are **one script**, which compares the timer's version with the record's: so a timer
/// has its effect once, though several nodes look, though a node dies between any two steps, and it has none on a record
/// that has moved on. The script removes the timer in every case.
public interface TimerEffect {

    /// The kind of its timers: up to 20 of a–z and “-”.
    String kind();

    /// Has the effect, or finds that it is no longer wanted.
    ///
    /// @throws StoreUnavailableException if Redis is away; it is then tried again
    void fire(Timer timer);

    /// One that is told in a line.
    static TimerEffect of(String kind, Consumer<Timer> effect) {
        return new TimerEffect() {

            @Override
            public String kind() {
                return kind;
            }

            @Override
            public void fire(Timer timer) {
                effect.accept(timer);
            }
        };
    }
}
