package dev.loper.channel.email;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Pictures written into the page itself (RFC 2397), as some programs paste them: they become parts of the mail, so that
/// they are typed, kept and shown like every other picture.
final class DataPictures {

    private static final int MAX = 50;
    private static final Pattern SOURCE = Pattern.compile(
            "(?i)(\\ssrc\\s*=\\s*[\"'])data:image/(png|jpe?g|gif|webp);base64,([a-z0-9+/=\\s]++)(?=[\"'])");

    private DataPictures() {}

    /// The page with references in place of the pictures, up to 50; more are left to the sanitizer, which drops them.
    ///
    /// @param parts is given each picture
    static String taken(String html, Consumer<MimePart> parts) {
        Matcher found = SOURCE.matcher(html);
        StringBuilder page = new StringBuilder();
        for (int i = 1; i <= MAX && found.find(); i++) {
            String id = "picture-" + i + "@data";
            Optional<MimePart> part = part(id, "picture-" + i + "." + found.group(2), found.group(3));
            part.ifPresent(parts);
            found.appendReplacement(page,
                    part.isPresent() ? Matcher.quoteReplacement(found.group(1) + "cid:" + id) : "$0");
        }
        return found.appendTail(page).toString();
    }

    private static Optional<MimePart> part(String id, String name, String base64) {
        MailHeaders headers = new MailHeaders();
        headers.add("Content-ID", "<" + id + ">");
        try {
            return Optional.of(new MimePart(headers, "application/octet-stream", Map.of("name", name), List.of(),
                    Base64.getMimeDecoder().decode(base64)));
        } catch (IllegalArgumentException e) {
            // cut off on its way: there is no picture in it
            return Optional.empty();
        }
    }
}
