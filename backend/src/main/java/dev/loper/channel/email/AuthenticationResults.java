package dev.loper.channel.email;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What our own mail server found out about a sender (RFC 8601).
final class AuthenticationResults {

    private static final Pattern DMARC_FAIL = Pattern.compile("(?i);\\s*dmarc\\s*=\\s*fail\\b");

    private static final Pattern DMARC_PASS = Pattern.compile("(?i);\\s*dmarc\\s*=\\s*pass\\b");

    private AuthenticationResults() {}

    /// Whether the results of the given server say that DMARC failed. The results of others say nothing: anybody can
    /// write them. One trusted failure counts, whatever else is claimed beside it.
    static boolean dmarcFailed(MailHeaders headers, @Nullable String authservId) {
        return says(headers, authservId, DMARC_FAIL);
    }

    /// Whether the given server vouches for the sender. Without one nobody does.
    static boolean dmarcPassed(MailHeaders headers, @Nullable String authservId) {
        return says(headers, authservId, DMARC_PASS) && !dmarcFailed(headers, authservId);
    }

    private static boolean says(MailHeaders headers, @Nullable String authservId, Pattern result) {
        return authservId != null
                && headers.all("authentication-results").stream().map(MailFields::withoutComments).filter(
                        results -> server(results).equalsIgnoreCase(authservId.strip())).anyMatch(
                                results -> result.matcher(results).find());
    }

    private static String server(String results) {
        return results.strip().split("[\\s;]", 2)[0];
    }
}
