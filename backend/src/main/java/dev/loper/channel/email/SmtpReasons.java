package dev.loper.channel.email;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says in a sentence for the agent why a mail server refused a mail, from the status codes of RFC 3463.
final class SmtpReasons {

    private static final Pattern STATUS = Pattern.compile("\\b([245])\\.(\\d{1,3})\\.(\\d{1,3})\\b");
    private static final int MAX_DIAGNOSIS = 200;

    private SmtpReasons() {}

    /// @param status     the enhanced status code, such as `5.1.1`; empty if there is none
    /// @param diagnostic what the server said
    static String failed(String status, String diagnostic) {
        Matcher found = STATUS.matcher(status + " " + diagnostic);
        String code = found.find() ? found.group(2) + "." + found.group(3) : "";
        return switch (code) {
            case "1.1", "1.10", "1.6" -> "This mail address does not exist. Ask the customer for another.";
            case "1.2", "4.4", "1.8" -> "The domain of this mail address takes no mail. Check how it is spelled.";
            case "1.3" -> "This mail address is not written correctly. Check how it is spelled.";
            case "2.1" -> "This mailbox is no longer in use. Ask the customer for another address.";
            case "2.2" -> "The customer's mailbox is full. Try another channel.";
            case "2.3", "3.4" ->
                "The mail is too large for the customer's mail server. Send it with fewer attachments.";
            case "4.7" -> "The customer's mail server could not be reached for days. Try another channel.";
            default -> "The customer's mail server refused the mail" + (code.startsWith("7.") ? " by its rules" : "")
                    + quoted(diagnostic);
        };
    }

    private static String quoted(String diagnostic) {
        String words = diagnostic.replaceFirst("(?i)^\\s*smtp;\\s*", "").replaceAll("[\\p{Cc}\\s]+", " ").strip();
        String cut = words.length() > MAX_DIAGNOSIS ? words.substring(0, MAX_DIAGNOSIS) + "…" : words;
        return cut.isEmpty() ? "." : ": “" + cut + "”.";
    }
}
