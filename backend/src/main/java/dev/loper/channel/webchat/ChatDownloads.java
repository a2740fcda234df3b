package dev.loper.channel.webchat;

import dev.loper.blob.AttachmentContent;
import dev.loper.blob.BlobStore;
import dev.loper.channel.IntakeUnavailableException;
import dev.loper.channel.webchat.AttachmentLinks.Holder;
import dev.loper.message.Attachment;
import dev.loper.message.EntryId;
import dev.loper.web.ProblemException;
import dev.loper.web.TryLaterException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Gives a visitor the files of their own chat, by the links of [AttachmentLinks].
///
/// A file comes from a stranger and is served from our address: it is shown in a page only if it is a harmless picture,
/// its type is not guessed again, and whatever it is, it runs nothing.
@RestController
class ChatDownloads {

    private static final Logger LOG = LoggerFactory.getLogger(ChatDownloads.class);
    /// In place of what our pages have; a picture may be shown in the page of any site the chat is on.
    private static final Map<String, String> HARMLESS = Map.of("Content-Security-Policy",
            "default-src 'none'; sandbox", "X-Content-Type-Options", "nosniff", "Cross-Origin-Resource-Policy",
            "cross-origin", "Referrer-Policy", "no-referrer");

    private final AttachmentLinks links;
    private final ChatSites sites;
    private final ChatHistory history;
    private final BlobStore blobs;

    ChatDownloads(AttachmentLinks links, ChatSites sites, ChatHistory history, BlobStore blobs) {
        this.links = links;
        this.sites = sites;
        this.history = history;
        this.blobs = blobs;
    }

    @GetMapping("/widget/attachments/{entry}/{id}")
    ResponseEntity<Resource> download(@PathVariable String entry, @PathVariable String id,
            @RequestParam(name = "visitor", required = false) @Nullable String pass,
            HttpServletResponse response) {
        EntryId entryId = new EntryId(entry);
        Holder holder = links.verify(pass, entryId, id).orElseThrow(() -> new ProblemException("link-over",
                HttpStatus.FORBIDDEN, "This link is over. Open the chat again for a new one."));
        Attachment file = find(holder, entryId, id).orElseThrow(ChatDownloads::gone);
        try {
            return serve(file, new InputStreamResource(blobs.open(file.id())), response);
        } catch (NoSuchFileException e) {
            throw gone();
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    private Optional<Attachment> find(Holder holder, EntryId entry, String id) {
        try {
            return sites.find(holder.account().value()).flatMap(
                    site -> history.item(site, holder.visitor(), entry)).flatMap(
                            item -> item.attachments().stream().filter(file -> file.id().equals(id)).findFirst());
        } catch (IntakeUnavailableException e) {
            throw unavailable(e);
        }
    }

    private static ResponseEntity<Resource> serve(Attachment file, Resource bytes, HttpServletResponse response) {
        HARMLESS.forEach(response::setHeader);
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(file.type())).contentLength(
                file.size()).cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate()).header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        AttachmentContent.disposition(file.name(), file.type())).body(bytes);
    }

    private static RuntimeException gone() {
        return new ProblemException("no-such-file", HttpStatus.NOT_FOUND, "This file is not there any more.");
    }

    private static RuntimeException unavailable(Exception cause) {
        LOG.warn("A visitor's file cannot be read: {}", cause.getMessage());
        return new TryLaterException("unavailable", HttpStatus.SERVICE_UNAVAILABLE,
                "The file cannot be read at the moment.", ChatDialogue.STORE_AWAY);
    }
}
