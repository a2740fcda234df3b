package dev.loper.channel.voice;

import dev.loper.channel.Calls;
import dev.loper.channel.twilio.TwilioCall;
import dev.loper.channel.twilio.TwilioRecordings;
import dev.loper.message.Attachment;
import org.springframework.stereotype.Component;

/// Keeps what was recorded with its call, once.
@Component
class VoiceRecordings {

    private final Calls calls;
    private final TwilioRecordings twilio;

    VoiceRecordings(Calls calls, TwilioRecordings twilio) {
        this.calls = calls;
        this.twilio = twilio;
    }

    /// Fetches a recording Twilio says is ready. One that cannot be had leaves a note that says where it is.
    ///
    /// @throws dev.loper.channel.IntakeUnavailableException if it cannot be kept now: Twilio tells of it again
    void keep(TwilioCall call) {
        String recording = call.form().require("RecordingSid");
        if (call.form().get("RecordingStatus").equals("completed") && !calls.hasRecording(call.id(), recording)) {
            add(call, recording, twilio.fetch(call));
        }
    }

    /// The same of one that may not be ready: if it is not, Twilio tells when it is.
    void keepIfThere(TwilioCall call) {
        String recording = call.form().require("RecordingSid");
        if (!calls.hasRecording(call.id(), recording)) {
            twilio.fetchIfThere(call).ifPresent(file -> add(call, recording, file));
        }
    }

    private void add(TwilioCall call, String recording, Attachment file) {
        if (!calls.record(call.id(), recording, file)) {
            twilio.discard(file);
        }
    }
}
