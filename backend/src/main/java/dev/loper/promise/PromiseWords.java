package dev.loper.promise;

import dev.loper.message.EntryId;
import dev.loper.reply.Reachability;
import dev.loper.reply.Replies;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/// Words about a promise, for whatever channel they go on: plain, and for mail as a block that looks like what it is.
///
/// @param html the same as HTML; of what people wrote, nothing in it is markup
record PromiseWords(String text, String html) {

    /// The runner beside the words, as on our own screens; the reader's program chooses the colour of the text.
    private static final String BLOCK = "<div style=\"margin:0 0 16px;padding:2px 0 2px 14px;border-left:3px solid #8b8172;"
            + "font:400 19px/27px Newsreader,Georgia,serif\">%s</div>";
    private static final String LINK = "<p style=\"margin:0\"><a href=\"%s\">%s</a></p>";

    /// What is said of a promise, and where it can be followed.
    static PromiseWords followed(String sentence, PromiseSentence words, String url) {
        return new PromiseWords(sentence + "\n\n" + words.follow() + ": " + url, block(sentence) + LINK.formatted(
                HtmlUtils.htmlEscape(url), HtmlUtils.htmlEscape(words.follow())));
    }

    private static String block(String sentence) {
        return BLOCK.formatted(HtmlUtils.htmlEscape(sentence.strip(), "UTF-8").replaceAll("\\R", "<br>"));
    }

    /// As an answer on one of the customer's ways.
    Replies.Draft draft(Reachability.Way way, String clientId, @Nullable EntryId seen) {
        return new Replies.Draft(way.account().channel().wire(), way.account().id().value(),
                List.of(way.address().address().value()), List.of(), null, null, text, html, false, List.of(), clientId,
                seen);
    }
}
