package dev.loper.channel.voice;

import dev.loper.channel.ChannelAccount;
import dev.loper.channel.ChannelContractTest;
import dev.loper.channel.DeadLetters;
import dev.loper.channel.OutboundPort;
import dev.loper.channel.RecordingCalls;
import dev.loper.channel.RecordingDeadLetters;
import dev.loper.channel.twilio.TwilioAccounts;
import dev.loper.channel.twilio.TwilioTest;
import dev.loper.channel.twilio.TwilioTestPorts;
import dev.loper.channel.twilio.TwilioWorld;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/// The contract of every channel, as far as it is about what is spoken.
@TwilioTest
class VoiceContractTest extends ChannelContractTest {

    private static final AccountId ACCOUNT = new AccountId("voice-main");
    private static final ChannelAddress.Phone ADA = new ChannelAddress.Phone("+31612345678");

    private final OutboundPort port;
    private final DeadLetters.Replay replay;

    @Autowired
    private TwilioWorld world;
    @Autowired
    private TwilioAccounts accounts;
    @Autowired
    private TwilioTestPorts ports;
    @Autowired
    private RecordingCalls calls;

    @Autowired
    VoiceContractTest(VoiceOutbound port, @Qualifier("voiceReplay") DeadLetters.Replay replay) {
        this.port = port;
        this.replay = replay;
    }

    @BeforeEach
    void begin() {
        ports.listen(intake, receipts, deadLetters);
        calls.reset();
    }

    @Override
    protected OutboundPort port() {
        return port;
    }

    @Override
    protected ChannelAccount account() {
        return Objects.requireNonNull(accounts.find(ACCOUNT)).describe();
    }

    @Override
    protected ChannelAddress customer() {
        return ADA;
    }

    @Override
    protected boolean isWritten() {
        return false;
    }

    @Override
    protected boolean deliver(String key, String text) {
        return post(Map.of("CallSid", "CA-" + key, "From", ADA.value(), "To", "+3197010280003", "CallStatus",
                "ringing"));
    }

    @Override
    protected boolean deliverUnreadable() {
        return post(Map.of("From", ADA.value(), "To", "+3197010280003", "CallStatus", "ringing"));
    }

    /// A caller always hears something; acknowledged is whatever does not ask them to call again in a few minutes.
    private boolean post(Map<String, String> form) {
        HttpResponse<String> answer = world.post("/hooks/twilio/voice-main/voice", form);
        return answer.statusCode() == 200 && !answer.body().contains("in a few minutes");
    }

    @Override
    protected DeadLetters.Replay replay() {
        return replay;
    }

    @Override
    protected byte[] mended(RecordingDeadLetters.Kept deadLetter) {
        return (new String(deadLetter.raw(), StandardCharsets.UTF_8) + "&CallSid=CA-mended").getBytes(
                StandardCharsets.UTF_8);
    }

    @Override
    protected void provider(Provider behaviour) {
        // Nothing is sent to it.
    }

    @Override
    protected List<String> arrived() {
        return List.of();
    }

    @Override
    protected Set<Provider> behaviours() {
        return EnumSet.noneOf(Provider.class);
    }
}
