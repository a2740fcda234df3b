package dev.loper.channel.twilio;

import dev.loper.blob.AttachmentContent;
import dev.loper.blob.BlobStore;
import dev.loper.channel.IntakeUnavailableException;
import dev.loper.message.Attachment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Fetches the pictures and files that came with a message, all at once, before it is stored.
///
/// Twilio waits 15 s at the most, so there are five for this. A file that does not come in time never holds up the
/// words: a note takes its place among the attachments and says where Twilio keeps it.
@Component
public class TwilioMedia {

    static final Duration BUDGET = Duration.ofSeconds(5);

    private static final long MAX_BYTES = 25L * 1024 * 1024;
    private static final int MAX_FILES = 10;
    private static final Logger log = LoggerFactory.getLogger(TwilioMedia.class);

    private final MediaClient client;
    private final BlobStore blobs;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    TwilioMedia(MediaClient client, BlobStore blobs) {
        this.client = client;
        this.blobs = blobs;
    }

    /// @throws IntakeUnavailableException if they came and could not be kept
    public List<Attachment> fetch(TwilioWebhook webhook) {
        int files = Math.min(webhook.form().number("NumMedia"), MAX_FILES);
        return files <= 0 ? List.of() : fetch(webhook, files);
    }

    /// Removes files that are not needed after all: the message was a repeat.
    void discard(List<Attachment> files) {
        for (Attachment file : files) {
            try {
                blobs.delete(file.id());
            } catch (IOException e) {
                log.warn("The file {} of a repeated message stays behind", file.id(), e);
            }
        }
    }

    private List<Attachment> fetch(TwilioWebhook webhook, int files) {
        List<Callable<Attachment>> tasks = IntStream.range(0, files).<Callable<Attachment>>mapToObj(index -> () -> keep(
                webhook, index)).toList();
        try {
            List<Future<Attachment>> fetched = threads.invokeAll(tasks, BUDGET.toMillis(), TimeUnit.MILLISECONDS);
            List<Attachment> attachments = new ArrayList<>(files);
            for (int index = 0; index < files; index++) {
                attachments.add(fetchedOrNote(fetched.get(index), webhook, index));
            }
            return attachments;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IntakeUnavailableException("Stopped while files were fetched.", e);
        }
    }

    private Attachment keep(TwilioWebhook webhook, int index) throws IOException, InterruptedException {
        try (MediaClient.Fetched file = client.open(webhook.account(), webhook.form().get("MediaUrl" + index))) {
            if (file.announced() > MAX_BYTES) {
                throw new BlobStore.TooLargeException(MAX_BYTES);
            }
            if (!file.name().isEmpty()) {
                return AttachmentContent.keep(blobs, file.bytes(), file.name(), MAX_BYTES, null);
            }
            String name = name(webhook.form(), index);
            Attachment kept = AttachmentContent.keep(blobs, file.bytes(), name, MAX_BYTES, null);
            return kept.named(name + extension(kept.type()));
        }
    }

    private Attachment fetchedOrNote(Future<Attachment> file, TwilioWebhook webhook, int index)
            throws InterruptedException {
        try {
            return file.get();
        } catch (CancellationException e) {
            return note(webhook, index, "Twilio did not send it within " + BUDGET.toSeconds() + " seconds.");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof MediaClient.FetchException
                    || e.getCause() instanceof BlobStore.TooLargeException) {
                return note(webhook, index, String.valueOf(e.getCause().getMessage()));
            }
            throw new IntakeUnavailableException("A file could not be kept.", e);
        }
    }

    private Attachment note(TwilioWebhook webhook, int index, String why) {
        String name = name(webhook.form(), index);
        log.warn("{} of {} on {} could not be fetched: {}", name, webhook.form().get("MessageSid"),
                webhook.account().id(), why);
        String text = "The customer sent a file (" + webhook.form().get("MediaContentType" + index)
                + ") that could not be fetched. " + why
                + "\nAsk the customer to send it again, or have an administrator fetch it at Twilio:\n"
                + webhook.form().get("MediaUrl" + index) + "\n";
        try {
            return AttachmentContent.keep(blobs, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), name
                    + " could not be fetched.txt", MAX_BYTES, null);
        } catch (IOException e) {
            throw new IntakeUnavailableException("A note could not be kept.", e);
        }
    }

    private static String name(TwilioForm form, int index) {
        String type = form.get("MediaContentType" + index);
        int slash = type.indexOf('/');
        String kind = switch (slash < 0 ? "" : type.substring(0, slash)) {
            case "image" -> "picture";
            case "audio" -> "audio";
            case "video" -> "video";
            default -> "file";
        };
        return kind + "-" + (index + 1);
    }

    /// What a computer knows such a file by; nothing for types that have no usual one.
    private static String extension(String type) {
        return switch (type) {
            case "image/jpeg" -> ".jpg";
            case "image/png" -> ".png";
            case "image/gif" -> ".gif";
            case "image/webp" -> ".webp";
            case "audio/mpeg" -> ".mp3";
            case "audio/ogg" -> ".ogg";
            case "video/mp4" -> ".mp4";
            case "application/pdf" -> ".pdf";
            case "text/vcard" -> ".vcf";
            default -> "";
        };
    }
}
