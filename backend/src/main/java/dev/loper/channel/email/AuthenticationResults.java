package dev.loper.channel.email;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What our own mail server found out about a sender (RFC 8601).
final class AuthenticationResults {

    private static final Pattern DMARC = Pattern.compile("(?i);\\s*dmarc\\s*=\\s*([a-z]+)");

    private AuthenticationResults() {}

    /// Whether the results of the given server say that DMARC failed. The results of others say nothing: anybody can
    /// write them. One failure counts, whatever else is claimed beside it, and so do two results that are not the same: a
    /// sender wrote one of them in the name of our server, which did not take it out.
    static boolean dmarcFailed(MailHeaders headers, @Nullable String authservId) {
        Set<String> said = dmarc(headers, authservId);
        return said.contains("fail") || said.size() > 1;
    }

    /// Whether the given server vouches for the sender. Without one nobody does.
    static boolean dmarcPassed(MailHeaders headers, @Nullable String authservId) {
        return dmarc(headers, authservId).equals(Set.of("pass"));
    }

    /// What it wrote: a sender's own lines are further down, below where our server received the mail.
    private static Set<String> dmarc(MailHeaders headers, @Nullable String authservId) {
        if (authservId == null) {
            return Set.of();
        }
        return headers.topmost("authentication-results",
                results -> server(MailFields.withoutComments(results)).equalsIgnoreCase(authservId.strip()),
                "received").stream().map(MailFields::withoutComments).flatMap(
                        results -> DMARC.matcher(results).results()).map(
                                result -> result.group(1).toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    private static String server(String results) {
        return results.strip().split("[\\s;]", 2)[0];
    }
}
