package dev.loper.channel.twilio;

import dev.loper.MovableClock;
import dev.loper.channel.RecordingDeadLetters;
import dev.loper.channel.RecordingIntake;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/// A test of the product with Twilio's stand-in and new recorders.
@TwilioTest
public abstract class TwilioWebTest {

    protected static final String SID = TwilioWorld.SID;
    protected static final String TOKEN = TwilioWorld.TOKEN;
    protected static final String PUBLIC = TwilioWorld.PUBLIC;

    protected final RecordingIntake intake = new RecordingIntake();
    protected final KnowingReceipts receipts = new KnowingReceipts();
    protected final RecordingDeadLetters deadLetters = new RecordingDeadLetters();

    @Autowired
    protected TwilioStandIn twilio;
    @Autowired
    protected TwilioWorld world;
    @Autowired
    protected MemoryBlobStore blobs;
    @Autowired
    protected MovableClock clock;
    @Autowired
    protected TwilioTestPorts ports;

    @BeforeEach
    void begin() {
        ports.listen(intake, receipts, deadLetters);
        blobs.reset();
        clock.reset();
        twilio.reset();
    }

    protected HttpResponse<String> post(String path, Map<String, String> form) {
        return world.post(path, form);
    }

    protected HttpResponse<String> get(String path) {
        return world.get(path);
    }
}
