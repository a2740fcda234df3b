package dev.loper.demo;

import dev.loper.channel.Intake;
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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// Lets the demo's customers write their first messages, once.
@Component
@Profile("demo")
class DemoCustomers {

    private final Intake intake;
    private final DemoPhones phones;
    private final Clock clock;

    DemoCustomers(Intake intake, DemoPhones phones, Clock clock) {
        this.intake = intake;
        this.phones = phones;
        this.clock = clock;
    }

    /// @param minutesAgo when it was sent; a phone's networks do not tell, a mail's Date does
    record Line(int minutesAgo, String channel, String account, String from, String name, @Nullable String subject,
            String text) {}

    @EventListener(ApplicationReadyEvent.class)
    void write() throws IOException {
        String json = new ClassPathResource("demo-messages.json").getContentAsString(StandardCharsets.UTF_8);
        List<Line> lines = List.of(RedisJson.read(json, Line[].class));
        Instant now = clock.instant();
        IntStream.range(0, lines.size()).forEach(i -> take(message("demo-" + i, lines.get(i), now)));
    }

    private void take(ChannelMessage message) {
        intake.accept(message);
        if (message.from() instanceof ChannelAddress.WhatsApp number) {
            phones.wrote(number);
        }
    }

    private static ChannelMessage message(String id, Line line, Instant now) {
        return new ChannelMessage(new AccountId(line.account()), ChannelKind.of(line.channel()), id,
                ChannelAddress.ofKey(line.from()), line.name(), Level.OBSERVED, List.of(), List.of(),
                line.channel().equals("email") ? now.minus(Duration.ofMinutes(line.minutesAgo())) : null,
                line.subject(), line.text(), null, null, List.of(),
                ThreadingHints.NONE, false);
    }
}
