package dev.loper.channel.email;

import dev.loper.message.Attachment.Place;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.jsoup.nodes.Document;

/// The pictures an HTML mail shows from its own parts (RFC 2392).
final class MailPictures {

    private static final String CID = "cid:";

    private MailPictures() {}

    /// The content ids a page refers to.
    static Set<String> shownBy(Document document) {
        return document.select("img[src]").stream().map(image -> image.attr("src").strip()).filter(
                source -> source.regionMatches(true, 0, CID, 0, CID.length())).map(
                        source -> decoded(source.substring(CID.length()))).collect(Collectors.toSet());
    }

    /// Where each file of a mail stands.
    ///
    /// @param whole what the whole page refers to
    /// @param fresh what its new words refer to
    static List<MailContent.File> placed(List<MimePart> files, Set<String> whole, Set<String> fresh) {
        return files.stream().map(file -> new MailContent.File(file, place(file.contentId(), whole, fresh))).toList();
    }

    private static Place place(@Nullable String contentId, Set<String> whole,
            Set<String> fresh) {
        if (contentId == null || !whole.contains(contentId)) {
            return Place.BESIDE;
        }
        return fresh.contains(contentId) ? Place.WITHIN : Place.QUOTED;
    }

    private static String decoded(String id) {
        try {
            return URLDecoder.decode(id.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // a percent sign that escapes nothing stands for itself
            return id;
        }
    }
}
