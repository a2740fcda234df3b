package dev.loper.sandbox.twilio;

import java.util.LinkedHashMap;
import java.util.Optional;

import org.springframework.stereotype.Component;

/// The bytes of pictures and files, at most 256 MiB of them; the oldest go first.
@Component
class MediaStore {

    private static final long MOST = 256L << 20;

    private final Sids sids;
    private final LinkedHashMap<String, File> files = new LinkedHashMap<>();
    private long total;

    MediaStore(Sids sids) {
        this.sids = sids;
    }

    record File(String contentType, byte[] content) {}

    synchronized MediaItem keep(byte[] content, String contentType) {
        MediaItem item = new MediaItem(sids.next("ME"), contentType, content.length);
        files.put(item.sid(), new File(contentType, content));
        total += content.length;
        while (total > MOST && files.size() > 1) {
            total -= files.pollFirstEntry().getValue().content().length;
        }
        return item;
    }

    synchronized Optional<File> read(String sid) {
        return Optional.ofNullable(files.get(sid));
    }
}
