package dev.loper.channel.webchat;

import dev.loper.blob.AttachmentContent;
import dev.loper.blob.BlobStore;
import dev.loper.blob.FileTickets;
import dev.loper.blob.Uploads;
import dev.loper.message.Attachment;
import dev.loper.message.ChannelAddress.Visitor;
import dev.loper.web.NetworkAddress;
import dev.loper.web.ProblemException;
import dev.loper.web.TryLaterException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/// Takes files of visitors, one a request: `POST /widget/uploads?account=…`. The body is read only after account,
/// visitor, rate and announced size are checked.
@RestController
class ChatUploads {

    private static final Logger LOG = LoggerFactory.getLogger(ChatUploads.class);
    /// The multipart wrapping around a file.
    private static final long WRAPPING = 64 * 1024;
    /// Programs: nobody sends one to a help desk in good faith.
    private static final Set<String> PROGRAMS = Set.of("application/x-msdownload", "application/x-dosexec",
            "application/x-executable", "application/x-elf", "application/x-sharedlib", "application/x-mach-o",
            "application/x-ms-installer", "application/x-ms-shortcut", "application/x-bat", "application/x-sh",
            "application/java-archive", "application/java-vm", "application/vnd.android.package-archive");

    private final ChatSites sites;
    private final VisitorTokens tokens;
    private final FileTickets tickets;
    private final ChatBuckets buckets;
    private final Uploads uploads;

    ChatUploads(ChatSites sites, VisitorTokens tokens, FileTickets tickets, ChatBuckets buckets, Uploads uploads) {
        this.sites = sites;
        this.tokens = tokens;
        this.tickets = tickets;
        this.buckets = buckets;
        this.uploads = uploads;
    }

    /// @param id what a message names the file by
    record Uploaded(String id, String name, String type, long size) {}

    @PostMapping(path = "/widget/uploads", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Uploaded upload(MultipartHttpServletRequest request,
            @RequestHeader(name = "Loper-Visitor", required = false) @Nullable String token) {
        ChatSite site = sites.named(request.getQueryString()).orElseThrow(
                () -> new ProblemException("no-such-account", HttpStatus.NOT_FOUND, "There is no such chat."));
        Visitor visitor = tokens.verify(site.id(), token).orElseThrow(
                () -> new ProblemException("unknown-visitor", HttpStatus.FORBIDDEN,
                        "Open the chat again to send a file."));
        limit(request, site, visitor);
        if (request.getContentLengthLong() > site.limits().fileSize().toBytes() + WRAPPING) {
            throw tooLarge(site);
        }
        MultipartFile given = request.getFile("file");
        wait(buckets.take("uploaded:" + site.id().value() + ":" + NetworkAddress.of(request.getRemoteAddr()),
                site.limits().uploadedPerHourPerAddress(), given == null ? 0 : given.getSize()));
        Attachment file = keep(site, given);
        return new Uploaded(tickets.issue(file, site.id().value(), visitor.value()), file.name(), file.type(),
                file.size());
    }

    private void limit(HttpServletRequest request, ChatSite site, Visitor visitor) {
        Duration wait = buckets.take("upload:" + visitor.value(), site.limits().uploadsPerMinute());
        if (wait.isZero()) {
            wait = buckets.take("uploads:" + NetworkAddress.of(request.getRemoteAddr()),
                    site.limits().uploadsPerMinutePerAddress());
        }
        wait(wait);
    }

    private static void wait(Duration wait) {
        if (wait.isPositive()) {
            throw new TryLaterException("too-fast", HttpStatus.TOO_MANY_REQUESTS,
                    "That were many files; wait a moment.",
                    wait);
        }
    }

    private Attachment keep(ChatSite site, @Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            throw new ProblemException("no-file", HttpStatus.BAD_REQUEST, "There is no file in it.");
        }
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        try (InputStream bytes = new BufferedInputStream(file.getInputStream(), 64 * 1024)) {
            if (PROGRAMS.contains(AttachmentContent.typeOf(bytes, name))) {
                throw new ProblemException("unwelcome-type", HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "Programs are not taken.");
            }
            return uploads.keep(bytes, name, site.limits().fileSize().toBytes());
        } catch (BlobStore.TooLargeException e) {
            throw tooLarge(site);
        } catch (BlobStore.InfectedException e) {
            throw new ProblemException("infected", HttpStatus.UNPROCESSABLE_CONTENT,
                    "A virus was found in this file; it is not kept.");
        } catch (IOException e) {
            LOG.error("A visitor's file cannot be kept.", e);
            throw new TryLaterException("unavailable", HttpStatus.SERVICE_UNAVAILABLE,
                    "The file cannot be kept at the moment.", ChatDialogue.STORE_AWAY);
        }
    }

    private static RuntimeException tooLarge(ChatSite site) {
        return new ProblemException("too-large", HttpStatus.CONTENT_TOO_LARGE,
                "A file may have " + site.limits().fileSize().toMegabytes() + " MB.");
    }
}
