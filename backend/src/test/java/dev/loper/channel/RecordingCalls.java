package dev.loper.channel;

import dev.loper.message.Attachment;
import dev.loper.message.PersonId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Calls that note what they are told; a test says who calls and whose phone rings.
public final class RecordingCalls implements Calls {

    private final List<String> told = new ArrayList<>();
    private final List<Attachment> files = new ArrayList<>();
    private final Set<String> recordings = new HashSet<>();
    private Caller caller = new Caller(false, null, null);
    private List<Rung.At> phones = List.of();
    private Rung.Nobody nobody = new Rung.Nobody(true, null);
    private int passed;
    private @Nullable Outgoing outgoing;

    public synchronized void reset() {
        told.clear();
        files.clear();
        recordings.clear();
        caller = new Caller(false, null, null);
        phones = List.of();
        nobody = new Rung.Nobody(true, null);
        passed = 0;
        outgoing = null;
    }

    /// The call that we place.
    public synchronized void places(Outgoing placed) {
        outgoing = placed;
    }

    public synchronized void caller(Caller known) {
        caller = known;
    }

    /// Whose phones ring, one after the other.
    public synchronized void phones(Rung.At... people) {
        phones = List.of(people);
    }

    public synchronized void nobody(Rung.Nobody absence) {
        nobody = absence;
    }

    public synchronized List<String> told() {
        return List.copyOf(told);
    }

    public synchronized List<Attachment> files() {
        return List.copyOf(files);
    }

    @Override
    public synchronized Caller begin(Call call) {
        return caller;
    }

    @Override
    public synchronized void recognise(Call call, SpokenCodes.Heard.Known whose) {
        told.add(call.id() + " is " + whose.customer());
        caller = new Caller(true, whose.language(), "The lamp");
    }

    @Override
    public synchronized Rung ring(Call call) {
        return passed < phones.size() ? phones.get(passed) : nobody;
    }

    @Override
    public synchronized void answer(Call call, @Nullable PersonId who) {
        told.add(call.id() + " answered by " + who);
    }

    @Override
    public synchronized void pass(Call call, @Nullable PersonId who) {
        String pass = call.id() + " passed by " + who;
        if (!told.contains(pass)) {
            passed++;
            told.add(pass);
        }
    }

    @Override
    public synchronized void end(Call call, End how, @Nullable Duration length) {
        told.add(call.id() + " ended " + how + Optional.ofNullable(length).map(time -> " " + time.toSeconds()).orElse(
                ""));
    }

    @Override
    public synchronized Optional<Outgoing> outgoing(Call call) {
        return Optional.ofNullable(outgoing);
    }

    @Override
    public synchronized void reach(Call call) {
        told.add(call.id() + " reaches out");
    }

    @Override
    public synchronized boolean hasRecording(Call call, String recording) {
        return recordings.contains(recording);
    }

    @Override
    public synchronized boolean record(Call call, String recording, Attachment file) {
        files.add(file);
        return recordings.add(recording);
    }
}
