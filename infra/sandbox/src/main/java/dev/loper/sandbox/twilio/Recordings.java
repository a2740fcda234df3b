package dev.loper.sandbox.twilio;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The Recordings resource: what was left after the tone, as silence of the right length.
///
/// Source: https://www.twilio.com/docs/voice/api/recording
@RestController
class Recordings {

    private static final byte[] ID3 = {'I', 'D', '3', 3, 0, 0, 0, 0, 0, 0};
    /// A silent frame of an MP3: 32 kbit/s, 44.1 kHz, mono, 104 bytes, 26 ms.
    private static final byte[] HEAD = {(byte) 0xFF, (byte) 0xFB, 0x10, (byte) 0xC4};
    private static final int FRAME = 104;
    private static final int FRAMES_IN_A_SECOND = 38;

    private final Sids sids;
    private final Map<String, Integer> seconds = new ConcurrentHashMap<>();

    Recordings(Sids sids) {
        this.sids = sids;
    }

    String keep(int length) {
        String sid = sids.next("RE");
        seconds.put(sid, length);
        return sid;
    }

    @GetMapping("/2010-04-01/Accounts/{account}/Recordings/{sid}.mp3")
    ResponseEntity<byte[]> file(@PathVariable String sid) {
        Integer length = seconds.get(sid);
        return length == null
                ? ResponseEntity.notFound().build()
                : ResponseEntity.ok().contentType(MediaType.parseMediaType("audio/mpeg")).body(silence(length));
    }

    private static byte[] silence(int length) {
        ByteArrayOutputStream mp3 = new ByteArrayOutputStream();
        mp3.writeBytes(ID3);
        for (int i = 0; i < length * FRAMES_IN_A_SECOND; i++) {
            mp3.writeBytes(HEAD);
            mp3.writeBytes(new byte[FRAME - HEAD.length]);
        }
        return mp3.toByteArray();
    }
}
