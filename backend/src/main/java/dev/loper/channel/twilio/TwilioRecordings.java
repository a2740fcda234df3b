package dev.loper.channel.twilio;

import dev.loper.blob.AttachmentContent;
import dev.loper.blob.BlobStore;
import dev.loper.channel.IntakeUnavailableException;
import dev.loper.message.Attachment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Fetches what was recorded of a call, up to 25 MB: at Twilio's MP3 of 32 kbit/s that is more than an hour and a half.
@Component
public class TwilioRecordings {

    private static final long MAX_BYTES = 25L * 1024 * 1024;
    private static final Logger log = LoggerFactory.getLogger(TwilioRecordings.class);

    private final MediaClient client;
    private final BlobStore blobs;
    private final TwilioMedia media;

    TwilioRecordings(MediaClient client, BlobStore blobs, TwilioMedia media) {
        this.client = client;
        this.blobs = blobs;
        this.media = media;
    }

    /// The recording, or a note that takes its place.
    ///
    /// @throws IntakeUnavailableException if it came and could not be kept
    public Attachment fetch(TwilioCall call) {
        try {
            return get(call);
        } catch (MediaClient.FetchException | BlobStore.TooLargeException e) {
            log.warn("The recording {} on {} could not be fetched: {}", call.form().get("RecordingSid"),
                    call.account().id(), e.getMessage());
            return note(call, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new IntakeUnavailableException("A recording could not be kept.", e);
        }
    }

    /// The recording, if Twilio has it already.
    ///
    /// @throws IntakeUnavailableException if it came and could not be kept
    public Optional<Attachment> fetchIfThere(TwilioCall call) {
        try {
            return Optional.of(get(call));
        } catch (MediaClient.FetchException | BlobStore.TooLargeException e) {
            log.debug("A recording is not there yet.", e);
            return Optional.empty();
        } catch (IOException e) {
            throw new IntakeUnavailableException("A recording could not be kept.", e);
        }
    }

    /// Removes one that is not needed after all.
    public void discard(Attachment file) {
        media.discard(List.of(file));
    }

    private Attachment get(TwilioCall call) throws IOException {
        try (MediaClient.Fetched file = client.open(call.account(), call.form().get("RecordingUrl") + ".mp3")) {
            return AttachmentContent.keep(blobs, file.bytes(), "recording.mp3", MAX_BYTES, null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IntakeUnavailableException("Stopped while a recording was fetched.", e);
        }
    }

    private Attachment note(TwilioCall call, String why) {
        String text = "The call was recorded, and the recording could not be fetched. " + why
                + "\nAn administrator can fetch it at Twilio:\n" + call.form().get("RecordingUrl") + "\n";
        try {
            return AttachmentContent.keep(blobs, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                    "recording could not be fetched.txt", MAX_BYTES, null);
        } catch (IOException e) {
            throw new IntakeUnavailableException("A note could not be kept.", e);
        }
    }
}
