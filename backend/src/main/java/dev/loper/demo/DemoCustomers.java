package dev.loper.demo;

import dev.loper.channel.Intake;
import dev.loper.conversation.Fingerprint;
import dev.loper.imports.Importer;
import dev.loper.imports.NewImport;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ChannelKind;
import dev.loper.message.ChannelMessage;
import dev.loper.message.ChannelMessage.ThreadingHints;
import dev.loper.message.Level;
import dev.loper.redis.RedisJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// Lets the demo's customers write their first messages, once: what was said before today's start is imported with its
/// time, the last of it comes in by the door.
@Component
@Profile("demo")
class DemoCustomers {

    private static final String SOURCE = "demo";

    private final Intake intake;
    private final Importer importer;
    private final DemoPhones phones;
    private final Clock clock;

    DemoCustomers(Intake intake, Importer importer, DemoPhones phones, Clock clock) {
        this.intake = intake;
        this.importer = importer;
        this.phones = phones;
        this.clock = clock;
    }

    /// @param minutesAgo when it was said; 0: just now
    /// @param topic      what belongs together in the past
    /// @param by         who of us said it; none: the customer did
    /// @param done       whether their topic was resolved with it
    record Line(int minutesAgo, String channel, String account, String address, String name, @Nullable String topic,
            @Nullable String subject, String text, @Nullable String by, boolean done) {

        boolean past() {
            return minutesAgo > 0;
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void write() throws IOException {
        String json = new ClassPathResource("demo-messages.json").getContentAsString(StandardCharsets.UTF_8);
        List<Line> lines = List.of(RedisJson.read(json, Line[].class));
        Instant now = clock.instant();
        importer.add(SOURCE, lines.stream().filter(Line::past).map(line -> past(line, now)).toList());
        lines.stream().filter(line -> !line.past()).map(DemoCustomers::message).forEach(intake::accept);
        lines.stream().filter(line -> line.by() == null).forEach(this::open);
    }

    private void open(Line line) {
        if (ChannelAddress.ofKey(line.address()) instanceof ChannelAddress.WhatsApp number) {
            phones.wrote(number);
        }
    }

    private static NewImport past(Line line, Instant now) {
        ChannelAddress address = ChannelAddress.ofKey(line.address());
        boolean ours = line.by() != null;
        return new NewImport(id(line), line.topic(), now.minus(Duration.ofMinutes(line.minutesAgo())),
                ours ? "out" : "in", line.done() ? "resolved" : ours ? "open" : "waiting", line.channel(),
                line.account(), new NewImport.ImportedCustomer(address.kind(), address.value(), line.name(), null),
                line.by(), null, null, line.subject(), line.text(), null);
    }

    private static ChannelMessage message(Line line) {
        return new ChannelMessage(new AccountId(line.account()), ChannelKind.of(line.channel()), id(line),
                ChannelAddress.ofKey(line.address()), line.name(), Level.OBSERVED, List.of(), List.of(), null,
                line.subject(), line.text(), null, null, List.of(), ThreadingHints.NONE, false);
    }

    /// The same at every start, so that nobody writes twice.
    private static String id(Line line) {
        return "demo-" + Fingerprint.of(line.address(), line.text());
    }
}
