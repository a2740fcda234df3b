package dev.loper.channel.twilio;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a file that came with a message, or a recording of a call, may be fetched: at Twilio, or the sandbox in its place, and nowhere else.
///
/// The address stands in a webhook that Twilio signed; still, a leaked token must not turn Loper into a way to ask
/// internal addresses. So the host is one of a fixed few, the path that of this account's media, and a redirect may lead
/// only to where Twilio is known to keep media.
final class MediaAddress {

    private static final Pattern TWILIO = Pattern.compile("api(\\.[a-z0-9-]+){0,2}\\.twilio\\.com");
    private static final Pattern PATH = Pattern.compile(
            "/2010-04-01/Accounts/([A-Za-z0-9]+)/(Messages/[A-Za-z0-9]+/Media/[A-Za-z0-9]+|Recordings/RE[A-Za-z0-9]+\\.mp3)");

    /// Media moved from Twilio's API to its content network, which needs no credentials.
    private static final Pattern CONTENT_NETWORK = Pattern.compile("[a-z0-9.-]+\\.twiliocdn\\.com");
    private static final String CONTENT_BUCKET = "s3-external-1.amazonaws.com";

    private MediaAddress() {}

    /// The address to ask, with credentials.
    ///
    /// @return none if it is not one of this account's files at Twilio
    static @Nullable URI first(String written, String accountSid, @Nullable URI sandbox) {
        URI url = parse(written);
        var path = PATH.matcher(url == null || url.getRawPath() == null ? "" : url.getRawPath());
        if (url == null || !path.matches() || !path.group(1).equals(accountSid)) {
            return null;
        }
        if (sandbox != null) {
            return isTwilio(url) || isSameOrigin(url, sandbox) ? URI.create(sandbox + url.getRawPath()) : null;
        }
        return isTwilio(url) ? url : null;
    }

    /// The address a redirect leads to, without credentials.
    ///
    /// @return none if nothing of Twilio's is there
    static @Nullable URI next(URI from, String location, @Nullable URI sandbox) {
        URI target = parse(location);
        URI url = target == null ? null : from.resolve(target);
        if (url == null || url.getHost() == null) {
            return null;
        }
        if (sandbox != null) {
            return isSameOrigin(url, sandbox) ? url : null;
        }
        boolean known = CONTENT_NETWORK.matcher(url.getHost()).matches()
                || url.getHost().equals(CONTENT_BUCKET) && url.getRawPath().startsWith("/media.twiliocdn.com/");
        return known && isPlainHttps(url) ? url : null;
    }

    private static boolean isTwilio(URI url) {
        return isPlainHttps(url) && TWILIO.matcher(url.getHost()).matches();
    }

    private static boolean isPlainHttps(URI url) {
        return "https".equals(url.getScheme()) && url.getHost() != null && url.getUserInfo() == null
                && (url.getPort() == -1 || url.getPort() == 443);
    }

    private static boolean isSameOrigin(URI url, URI sandbox) {
        return sandbox.getScheme().equals(url.getScheme()) && sandbox.getHost().equals(url.getHost())
                && sandbox.getPort() == url.getPort() && url.getUserInfo() == null;
    }

    private static @Nullable URI parse(String written) {
        try {
            return URI.create(written.strip());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
