package dev.loper.journey;

import dev.loper.channel.Visitors;
import dev.loper.message.ChannelAddress.Visitor;
import dev.loper.redis.RedisJson;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Links back to where a customer stopped. The token is 128 random bits in the fragment, which no server and no referrer sees;
/// what was filled in is given only to a script on that very site that asks for it, never in an address.
@Component
class Resumes {

    private final RedisSteps store;
    private final Visitors visitors;
    private final JourneyProperties properties;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Resumes(RedisSteps store, Visitors visitors, JourneyProperties properties, Clock clock) {
        this.store = store;
        this.visitors = visitors;
        this.properties = properties;
        this.clock = clock;
    }

    record Link(String url, Instant expiresAt) {}

    /// What a link leads to: a step, so that what was filled in is gone with it.
    record Target(String origin, String visitor, String step) {}

    /// Whether a step's page is one of ours, over https or on this machine.
    boolean leadsHome(Step step) {
        return step.url() != null && origin(step.url()).filter(this::ours).isPresent();
    }

    /// A link to the page of a step.
    ///
    /// @return empty if it leads nowhere we send people to
    Optional<Link> link(Visitor visitor, Step step) {
        String url = step.url();
        if (url == null || !leadsHome(step)) {
            return Optional.empty();
        }
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        store.keepLink(digest(token), RedisJson.write(new Target(origin(url).orElseThrow(), visitor.value(),
                step.id())),
                properties.resumeLife());
        return Optional.of(new Link(url + "#loper-resume=" + token, clock.instant().plus(properties.resumeLife())));
    }

    /// What was filled in there.
    ///
    /// @param origin of the page that asks; another than the link leads to gets nothing
    Optional<Map<String, Object>> redeem(String token, @Nullable String origin) {
        if (origin == null || !token.matches("[\\w-]{22}")) {
            return Optional.empty();
        }
        return store.link(digest(token)).map(json -> RedisJson.read(json, Target.class)).filter(
                target -> target.origin().equalsIgnoreCase(origin)).flatMap(
                        target -> store.of(new Visitor(target.visitor())).stream().filter(
                                step -> step.id().equals(target.step())).findFirst()).map(step -> {
                                    Map<String, Object> given = new LinkedHashMap<>();
                                    given.put("name", step.name());
                                    given.put("data", step.data());
                                    return given;
                                });
    }

    private boolean ours(String origin) {
        boolean safe = origin.startsWith("https://")
                || origin.matches("http://(?:localhost|127\\.0\\.0\\.1)(?::\\d+)?");
        return safe && visitors.ours(origin);
    }

    private static Optional<String> origin(String url) {
        URI uri = URI.create(url);
        return uri.getHost() == null
                ? Optional.empty()
                : Optional.of(uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()));
    }

    private static String digest(String token) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(
                    StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
