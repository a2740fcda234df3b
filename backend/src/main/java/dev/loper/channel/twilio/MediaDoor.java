package dev.loper.channel.twilio;

import dev.loper.blob.AttachmentContent;
import dev.loper.blob.BlobStore;
import dev.loper.message.Attachment;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Where Twilio fetches the files of an answer. Public: the address itself is the permission, see [MediaLinks].
@RestController
class MediaDoor {

    private final MediaLinks links;
    private final BlobStore blobs;

    MediaDoor(MediaLinks links, BlobStore blobs) {
        this.links = links;
        this.blobs = blobs;
    }

    @GetMapping("/media/{token}")
    ResponseEntity<Resource> fetch(@PathVariable String token) throws IOException {
        Attachment file = links.read(token);
        if (file == null) {
            return ResponseEntity.notFound().build();
        }
        try {
            return ResponseEntity.ok().contentType(MediaType.parseMediaType(file.type())).contentLength(
                    file.size()).header("Content-Disposition",
                            AttachmentContent.disposition(file.name(), file.type())).header(
                                    "X-Content-Type-Options", "nosniff").header("Content-Security-Policy",
                                            "default-src 'none'; sandbox").header("Cache-Control",
                                                    "private, no-store").body(
                                                            new InputStreamResource(blobs.open(file.id())));
        } catch (NoSuchFileException e) {
            return ResponseEntity.notFound().build();
        }
    }
}
