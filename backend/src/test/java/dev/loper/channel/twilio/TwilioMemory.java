package dev.loper.channel.twilio;

import dev.loper.channel.twilio.TwilioStandIn.Answer;
import dev.loper.channel.twilio.TwilioStandIn.Asked;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Twilio with a memory: what it took stands in its log.
public final class TwilioMemory implements Function<Asked, Answer> {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.US);

    private final List<Taken> taken = new CopyOnWriteArrayList<>();

    /// A message Twilio took.
    public record Taken(String sid, String from, String to, String body, ZonedDateTime at) {}

    @Override
    public Answer apply(Asked asked) {
        if (!asked.path().endsWith("/Messages.json")) {
            return Answer.status(404);
        }
        return asked.method().equals("GET") ? log(asked) : take(asked);
    }

    /// Whether it is asked to send a message: the sandbox it stands in for is asked for other things too.
    public static boolean isSend(Asked asked) {
        return asked.method().equals("POST") && asked.path().endsWith("/Messages.json");
    }

    /// Every message it took from us, oldest first.
    public List<Taken> taken() {
        return List.copyOf(taken);
    }

    private synchronized Answer take(Asked asked) {
        Taken message = new Taken("SM%032d".formatted(taken.size() + 1), asked.field("From"), asked.field("To"),
                asked.field("Body"), ZonedDateTime.now(Clock.systemUTC()));
        taken.add(message);
        return Answer.json(201, json(message));
    }

    private Answer log(Asked asked) {
        List<String> to = asked.query().getOrDefault("To", List.of());
        String messages = taken.reversed().stream().filter(message -> to.contains(message.to())).map(
                TwilioMemory::json).collect(Collectors.joining(","));
        return Answer.json(200, "{\"messages\":[" + messages + "],\"page\":0,\"page_size\":100,\"uri\":\"/\","
                + "\"next_page_uri\":null}");
    }

    private static String json(Taken message) {
        return ("{\"sid\":\"%s\",\"status\":\"sent\",\"direction\":\"outbound-api\",\"from\":\"%s\",\"to\":\"%s\","
                + "\"body\":\"%s\",\"date_created\":\"%s\"}").formatted(message.sid(), message.from(), message.to(),
                        message.body(), message.at().withZoneSameInstant(ZoneOffset.UTC).format(DATE));
    }
}
