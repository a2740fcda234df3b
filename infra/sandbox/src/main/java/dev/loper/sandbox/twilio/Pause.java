package dev.loper.sandbox.twilio;

import java.time.Duration;

/// Lets a virtual thread wait, as the network and the provider do.
final class Pause {

    private Pause() {}

    /// False when the sandbox is stopping.
    static boolean of(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
