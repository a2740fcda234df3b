package dev.loper.sandbox.twilio;

import java.util.LinkedHashMap;
import java.util.Optional;

import org.springframework.stereotype.Component;

/// The bytes of pictures and files, at most 256 MiB of them; the oldest go first.
@Component
class MediaStore {

    private static final long MOST = 256L << 20;

    private final Sids sids;
    private final LinkedHashMap<String, byte[]> bytes = new LinkedHashMap<>();
    private long total;

    MediaStore(Sids sids) {
        this.sids = sids;
    }

    synchronized MediaItem keep(byte[] content, String contentType) {
        MediaItem item = new MediaItem(sids.next("ME"), contentType, content.length);
        bytes.put(item.sid(), content);
        total += content.length;
        while (total > MOST && bytes.size() > 1) {
            total -= bytes.pollFirstEntry().getValue().length;
        }
        return item;
    }

    synchronized Optional<byte[]> read(String sid) {
        return Optional.ofNullable(bytes.get(sid));
    }
}
