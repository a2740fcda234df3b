package dev.loper.sandbox.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// Reading anybody's mailbox as JSON.
@RestController
@RequestMapping("/api/mailboxes")
class MailboxController {

    private final MailServer server;

    MailboxController(MailServer server) {
        this.server = server;
    }

    @GetMapping
    Map<String, List<Summary>> all() {
        return Map.of("items", server.addresses().stream().map(this::summary).toList());
    }

    /// Both folders, newest first.
    @GetMapping("/{address}/mails")
    Map<String, List<MailView>> mails(@PathVariable String address) {
        List<MailView> mails = Stream.of(Folder.values()).flatMap(folder -> views(address, folder)).sorted(
                Comparator.comparing(MailView::date, Comparator.nullsFirst(Comparator.naturalOrder())).thenComparing(
                        MailView::uid).reversed()).toList();
        return Map.of("items", mails);
    }

    @PostMapping("/{address}/{folder}/{uid}/seen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void seen(@PathVariable String address, @PathVariable String folder, @PathVariable long uid)
            throws FolderException {
        find(address, folder, uid);
        server.folder(address, folderNamed(folder)).setFlags(new Flags(Flags.Flag.SEEN), true, uid, null, true);
    }

    @GetMapping("/{address}/{folder}/{uid}/raw")
    ResponseEntity<byte[]> raw(@PathVariable String address, @PathVariable String folder, @PathVariable long uid)
            throws MessagingException, IOException {
        ByteArrayOutputStream eml = new ByteArrayOutputStream();
        find(address, folder, uid).getMimeMessage().writeTo(eml);
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(eml.toByteArray());
    }

    /// Always a download: whatever a mail carries never runs on this page.
    @GetMapping("/{address}/{folder}/{uid}/attachments/{index}")
    ResponseEntity<byte[]> attachment(@PathVariable String address, @PathVariable String folder,
            @PathVariable long uid, @PathVariable int index) {
        List<Part> files = MailParts.of(find(address, folder, uid).getMimeMessage()).files();
        if (index < 0 || index >= files.size()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "This mail has no such attachment.");
        }
        Part file = files.get(index);
        ContentDisposition save = ContentDisposition.attachment().filename(MailReader.name(file),
                java.nio.charset.StandardCharsets.UTF_8).build();
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_DISPOSITION, save.toString()).contentType(
                MediaType.APPLICATION_OCTET_STREAM).body(MailReader.bytes(file));
    }

    @DeleteMapping("/{address}/mails")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear(@PathVariable String address) {
        Stream.of(Folder.values()).map(folder -> server.folder(address, folder)).forEach(MailFolder::deleteAllMessages);
        server.tell(address);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clearAll() {
        server.addresses().forEach(this::clear);
    }

    private Summary summary(String address) {
        MailFolder inbox = server.folder(address, Folder.INBOX);
        return new Summary(address, inbox.getMessageCount(), inbox.getUnseenCount());
    }

    private Stream<MailView> views(String address, Folder folder) {
        if (!server.knows(address)) {
            return Stream.empty();
        }
        return server.folder(address, folder).getNonDeletedMessages().stream().map(
                mail -> MailReader.view(mail, folder, "/api/mailboxes/" + address));
    }

    private StoredMessage find(String address, String folder, long uid) {
        StoredMessage mail = server.knows(address) ? server.folder(address, folderNamed(folder)).getMessage(uid) : null;
        if (mail == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such mail.");
        }
        return mail;
    }

    private static Folder folderNamed(String name) {
        try {
            return Folder.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "A mailbox has the folders inbox and sent.", e);
        }
    }

    /// A mailbox in one line.
    record Summary(String address, int mails, int unseen) {}
}
