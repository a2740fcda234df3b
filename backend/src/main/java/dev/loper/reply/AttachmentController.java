package dev.loper.reply;

import dev.loper.access.AccessRule;
import dev.loper.access.Viewer;
import dev.loper.access.Who;
import dev.loper.blob.AttachmentContent;
import dev.loper.blob.BlobStore;
import dev.loper.blob.FileTickets;
import dev.loper.blob.Uploads;
import dev.loper.message.Attachment;
import dev.loper.web.ProblemException;
import dev.loper.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Files an agent attaches, before they are sent.
@RestController
@Tag(name = "Attachments")
@RequestMapping("/api/v1/attachments")
@AccessRule(Who.PEOPLE)
class AttachmentController {

    private static final Logger LOG = LoggerFactory.getLogger(AttachmentController.class);

    private final Uploads uploads;
    private final BlobStore blobs;
    private final FileTickets tickets;
    private final ReplyProperties properties;

    AttachmentController(Uploads uploads, BlobStore blobs,
            @Qualifier(AttachmentConfiguration.AGENT_FILES) FileTickets tickets,
            ReplyProperties properties) {
        this.uploads = uploads;
        this.blobs = blobs;
        this.tickets = tickets;
        this.properties = properties;
    }

    /// @param id what to answer with
    record Uploaded(String id, String name, String type, long size, String url) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Takes a file to attach to an answer.")
    @Refuses(status = HttpStatus.CONTENT_TOO_LARGE, type = "too-large", when = "the file is larger than an answer may carry")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "infected", when = "a virus was found in it")
    @Refuses(status = HttpStatus.INSUFFICIENT_STORAGE, type = "no-room", when = "the disk or Redis is nearly full")
    Uploaded upload(@RequestParam("file") MultipartFile file, Viewer viewer) throws IOException {
        try (InputStream bytes = file.getInputStream()) {
            Attachment kept = uploads.keep(bytes, Optional.ofNullable(file.getOriginalFilename()).orElse(""),
                    properties.attachment().toBytes());
            String ticket = tickets.issue(kept, viewer.id().value());
            return new Uploaded(ticket, kept.name(), kept.type(), kept.size(), "/api/v1/attachments/" + ticket);
        } catch (BlobStore.TooLargeException e) {
            throw new ProblemException("too-large", HttpStatus.CONTENT_TOO_LARGE,
                    "The file is larger than " + properties.attachment().toMegabytes() + " MB.");
        } catch (BlobStore.InfectedException e) {
            throw new ProblemException("infected", HttpStatus.UNPROCESSABLE_CONTENT,
                    "A virus was found in this file; it is not kept.");
        } catch (BlobStore.FullException e) {
            LOG.error("An agent's file cannot be kept: {}", e.getMessage());
            throw new ProblemException("no-room", HttpStatus.INSUFFICIENT_STORAGE,
                    "There is no room for files at the moment. Tell your administrator; words can still be sent.");
        }
    }

    @GetMapping("/{ticket}")
    @Operation(summary = "Downloads a file that was uploaded and not yet sent.")
    ResponseEntity<InputStreamResource> preview(@PathVariable String ticket, Viewer viewer) throws IOException {
        Attachment file = tickets.redeem(ticket, viewer.id().value()).orElseThrow(
                () -> ProblemException.notFound("There is no such file. Attach it again."));
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(file.type())).contentLength(file.size()).header(
                HttpHeaders.CONTENT_DISPOSITION, AttachmentContent.disposition(file.name(), file.type())).header(
                        "X-Content-Type-Options", "nosniff").header("Content-Security-Policy",
                                "sandbox; default-src 'none'").body(new InputStreamResource(blobs.open(file.id())));
    }
}
