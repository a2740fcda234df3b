package dev.loper.channel.twilio;

import dev.loper.MovableClock;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.channel.ChannelAccount;
import dev.loper.channel.ChannelContractTest;
import dev.loper.channel.DeadLetters;
import dev.loper.channel.OutboundPort;
import dev.loper.channel.RecordingDeadLetters;
import dev.loper.channel.twilio.TwilioStandIn.Answer;
import dev.loper.channel.twilio.TwilioStandIn.Asked;
import dev.loper.message.AccountId;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/// The contract of every channel, with Twilio as the provider.
@TwilioTest
public abstract class TwilioContractTest extends ChannelContractTest {

    private final List<String> arrived = new CopyOnWriteArrayList<>();
    private final AccountId account;
    private final String number;
    private final OutboundPort port;
    private final DeadLetters.Replay replay;

    @Autowired
    private TwilioStandIn twilio;
    @Autowired
    private TwilioWorld world;
    @Autowired
    private TwilioAccounts accounts;
    @Autowired
    private TwilioTestPorts ports;
    @Autowired
    private MovableClock clock;

    /// @param customersNumber as Twilio writes it
    protected TwilioContractTest(String account, String customersNumber, OutboundPort port, DeadLetters.Replay replay) {
        this.account = new AccountId(account);
        this.number = customersNumber;
        this.port = port;
        this.replay = replay;
    }

    @BeforeEach
    void begin() {
        ports.listen(intake, receipts, deadLetters);
        clock.reset();
        twilio.reset();
        provider(Provider.TAKES);
    }

    @Override
    protected OutboundPort port() {
        return port;
    }

    @Override
    protected ChannelAccount account() {
        return Objects.requireNonNull(accounts.find(account)).describe();
    }

    @Override
    protected boolean deliver(String key, String text) {
        return post(new HashMap<>(Map.of("MessageSid", "SM-" + key, "From", number, "To", "+3197010280001", "Body",
                text)));
    }

    @Override
    protected boolean deliverUnreadable() {
        return post(Map.of("From", number, "To", "+3197010280001", "Body", TEXT));
    }

    private boolean post(Map<String, String> form) {
        return world.post("/hooks/twilio/" + account + "/message", form).statusCode() == 200;
    }

    @Override
    protected DeadLetters.Replay replay() {
        return replay;
    }

    @Override
    protected byte[] mended(RecordingDeadLetters.Kept deadLetter) {
        return (new String(deadLetter.raw(), StandardCharsets.UTF_8) + "&MessageSid=SM-mended").getBytes(
                StandardCharsets.UTF_8);
    }

    @Override
    protected void provider(Provider behaviour) {
        twilio.answer(asked -> asked.method().equals("GET")
                ? Answer.json(200, "{\"messages\":[],\"uri\":\"/\"}")
                : take(behaviour, asked));
    }

    private @Nullable Answer take(Provider behaviour, Asked asked) {
        return switch (behaviour) {
            case TAKES -> {
                arrived.add(asked.field("Body"));
                assertThat(asked.field("To")).isEqualTo(number);
                yield Answer.json(201, "{\"sid\":\"SM-out-" + arrived.size() + "\",\"status\":\"queued\"}");
            }
            case BUSY -> Answer.status(429);
            case REFUSES -> Answer.json(400, "{\"code\":21610,\"message\":\"no\",\"status\":400}");
            case BREAKS_OFF -> null;
        };
    }

    @Override
    protected List<String> arrived() {
        return arrived;
    }
}
