package dev.loper.sandbox.twilio;

import dev.loper.sandbox.SandboxSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One call between a phone and a number of the product, as both its sides act on it: whoever is on the phone, on the page or
/// in a test, whoever is rung in the middle of it, and the provider who follows TwiML. Either the phone dialled the number,
/// or the product had the provider ring the phone.
public final class PhoneCall {

    private final String sid;
    private final String from;
    private final SandboxSettings.Number to;
    private final Instant at;
    private final boolean placed;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Line> lines = new ArrayList<>();
    private final Consumer<String> news;
    private String status = "ringing";
    private String keys = "";
    private @Nullable String rings;
    private boolean talking;
    private boolean recording;
    private boolean hungUp;
    private int spoken;
    private @Nullable Boolean pickedUp;
    private @Nullable Instant ended;

    /// @param placed whether the product had this phone rung
    /// @param news   told the numbers whose phones show something else now
    PhoneCall(String sid, String from, SandboxSettings.Number to, Instant at, boolean placed,
            Consumer<String> news) {
        this.placed = placed;
        this.sid = sid;
        this.from = from;
        this.to = to;
        this.at = at;
        this.news = news;
    }

    /// Something that was heard, said or pressed; `who` is `voice`, `you` or `note`.
    public record Line(String who, String text) {}

    /// The call as it is now; `rings` is the colleague's phone that rings, or that they speak on.
    public record Look(String sid, String from, String to, Instant at, String status, List<Line> lines,
            @Nullable String rings, boolean talking, boolean recording, @Nullable Instant ended) {}

    public Look look() {
        return inside(() -> new Look(sid, from, to.address(), at, status, List.copyOf(lines), rings, talking,
                recording, ended));
    }

    public String sid() {
        return sid;
    }

    public String from() {
        return from;
    }

    SandboxSettings.Number to() {
        return to;
    }

    Instant at() {
        return at;
    }

    /// Whether the product had this phone rung.
    boolean placed() {
        return placed;
    }

    String status() {
        return inside(() -> status);
    }

    /// The caller presses keys.
    public void press(String pressed) {
        change(() -> keys += pressed);
    }

    /// The caller speaks so many seconds after the tone.
    public void speak(int seconds) {
        change(() -> spoken = seconds);
    }

    /// Either side hangs up.
    public void hangUp() {
        change(() -> hungUp = true);
    }

    /// The colleague picks up, or lets it ring in vain.
    public void pickUp(Boolean answer) {
        change(() -> pickedUp = answer);
    }

    boolean isOver() {
        return inside(() -> hungUp || ended != null);
    }

    void hears(String text) {
        change(() -> lines.add(new Line("voice", text)));
    }

    void notes(String text) {
        change(() -> lines.add(new Line("note", text)));
    }

    void reach(String next) {
        change(() -> status = next);
    }

    void end(String how, Instant moment) {
        change(() -> {
            status = how;
            ended = moment;
            rings = null;
            talking = false;
            recording = false;
        });
    }

    /// Waits for keys: as many as asked for, or until the finishing one, or until none came for a while.
    String gather(int digits, String finishOnKey, Duration patience) {
        String before;
        do {
            before = inside(() -> keys);
            String known = before;
            await(patience, () -> hungUp || !keys.equals(known));
        } while (!isOver() && !inside(() -> keys).equals(before) && !isComplete(digits, finishOnKey));
        return inside(() -> {
            String pressed = finishOnKey.isEmpty() ? keys : keys.split(java.util.regex.Pattern.quote(finishOnKey))[0];
            keys = "";
            if (!pressed.isEmpty()) {
                lines.add(new Line("you", pressed));
            }
            return pressed;
        });
    }

    private boolean isComplete(int digits, String finishOnKey) {
        String pressed = inside(() -> keys);
        return digits > 0 && pressed.length() >= digits || !finishOnKey.isEmpty() && pressed.contains(finishOnKey);
    }

    /// Lets a colleague's phone ring.
    ///
    /// @return whether they picked up
    boolean ring(String number, Duration patience) {
        change(() -> {
            rings = number;
            pickedUp = null;
        });
        await(patience, () -> hungUp || pickedUp != null);
        return inside(() -> Boolean.TRUE.equals(pickedUp) && !hungUp);
    }

    /// Whether this phone was rung in it, or is the one it is with.
    boolean concerns(String phone) {
        return from.equals(phone) || inside(() -> phone.equals(rings));
    }

    /// Two people speak until one of them hangs up.
    void talk() {
        change(() -> talking = true);
        await(Duration.ofHours(4), () -> hungUp);
    }

    void quiet() {
        change(() -> {
            rings = null;
            talking = false;
        });
    }

    /// Waits for what the caller says after the tone.
    ///
    /// @return how many seconds they spoke
    int record(Duration patience) {
        change(() -> {
            recording = true;
            spoken = 0;
        });
        await(patience, () -> hungUp || spoken > 0);
        return inside(() -> {
            recording = false;
            if (spoken > 0) {
                lines.add(new Line("you", "(" + spoken + " s)"));
            }
            return spoken;
        });
    }

    private void await(Duration patience, BooleanSupplier over) {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (!over.getAsBoolean() && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            hungUp = true;
        } finally {
            lock.unlock();
        }
    }

    private void change(Runnable change) {
        Set<String> shown = new LinkedHashSet<>(Set.of(from));
        lock.lock();
        try {
            Optional.ofNullable(rings).ifPresent(shown::add);
            change.run();
            Optional.ofNullable(rings).ifPresent(shown::add);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        shown.forEach(news);
    }

    private <T> T inside(java.util.function.Supplier<T> look) {
        lock.lock();
        try {
            return look.get();
        } finally {
            lock.unlock();
        }
    }

    /// How long the whole of it took.
    long seconds() {
        return inside(
                () -> ended == null ? 0 : TimeUnit.MILLISECONDS.toSeconds(ended.toEpochMilli() - at.toEpochMilli()));
    }
}
