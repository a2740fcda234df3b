package dev.loper.conversation;

import dev.loper.access.AccessRule;
import dev.loper.access.Viewer;
import dev.loper.access.Who;
import dev.loper.feed.Cursor;
import dev.loper.feed.Feed;
import dev.loper.web.PageCursor;
import dev.loper.web.ProblemException;
import dev.loper.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The views: pages of topics, and their counts.
@RestController
@Tag(name = "Inbox")
@RequestMapping("/api/v1/inbox")
@AccessRule(Who.PEOPLE)
class InboxController {

    private static final int PAGE = 50;
    private static final int LONGEST = 200;
    /// A place among what was found: an entry.
    private static final Pattern FOUND = Pattern.compile("[0-9a-f]{16,24}");

    private final Views views;
    private final VisibleViews visible;
    private final InboxItems items;
    private final ViewCounts counts;
    private final Feed feed;
    private final TopicSearch search;

    InboxController(Views views, VisibleViews visible, InboxItems items, ViewCounts counts, Feed feed,
            TopicSearch search) {
        this.views = views;
        this.visible = visible;
        this.items = items;
        this.counts = counts;
        this.feed = feed;
        this.search = search;
    }

    /// A page of a view, or of what was found.
    ///
    /// @param next  the cursor of the next page; null after the last
    /// @param live  where the change feed stood before this was read
    /// @param said  of a search: by topic, the passage in which the words stand; none for those found by their customer
    /// @param whole of a search: false while the index is still being made, and there may be more to find
    record InboxPage(List<InboxItem> items, @Nullable String next, String live,
            @Nullable Map<String, String> said, @Nullable Boolean whole) {}

    /// Only what is open, unless something is looked for: then everything.
    @GetMapping
    @Operation(summary = "Lists a view’s topics: those in which somebody waits first, the longest waiting at the top. With q, the topics with these words, what was said last first; of all, if no view is named.")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "unknown-view", when = "there is no such view")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "too-long", when = "more than 200 characters are looked for")
    InboxPage page(@RequestParam(required = false) @Nullable String view,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            Viewer viewer) {
        View named = view == null ? null : view(view, viewer);
        if (q != null && !q.isBlank()) {
            return search(q, named, cursor, viewer);
        }
        String after = cursor == null ? null : PageCursor.check("cursor", cursor, Views.CURSOR);
        Cursor live = feed.head();
        Views.Page page = views.page(named == null ? view("all", viewer) : named, after, PAGE);
        return new InboxPage(items.rows(page.topics(), viewer), page.next(), live.toString(), null, null);
    }

    private View view(String name, Viewer viewer) {
        return visible.named(name, viewer).orElseThrow(() -> ProblemException.field("unknown-view", "view",
                "There is no view “" + name
                        + "”. There are mine, unassigned, all, snoozed, resolved, and queue:<id> for"
                        + " each of your queues."));
    }

    private InboxPage search(String words, @Nullable View in, @Nullable String cursor, Viewer viewer) {
        if (words.length() > LONGEST) {
            throw ProblemException.field("too-long", "q", "Look for " + LONGEST + " characters at the most.");
        }
        String after = cursor == null ? null : PageCursor.check("cursor", cursor, FOUND);
        Cursor live = feed.head();
        TopicSearch.Hits found = search.find(words, after, PAGE,
                topic -> items.canSee(viewer, topic) && (in == null || in.hasAny(topic.views())));
        List<Topic> topics = found.hits().stream().map(TopicSearch.Hit::topic).toList();
        Map<String, String> said = found.hits().stream().filter(hit -> !hit.said().isEmpty()).collect(
                Collectors.toMap(hit -> hit.topic().id().value(), TopicSearch.Hit::said));
        return new InboxPage(items.rows(topics, items.names(topics), viewer), found.next(), live.toString(), said,
                found.whole());
    }

    @GetMapping("/counts")
    @Operation(summary = "Counts the topics of each view, and those in which somebody waits.")
    ViewCounts.Counts counts(Viewer viewer) {
        Cursor live = feed.head();
        return counts.of(viewer, live);
    }
}
