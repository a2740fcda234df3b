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

    private final Views views;
    private final VisibleViews visible;
    private final InboxItems items;
    private final ViewCounts counts;
    private final Feed feed;

    InboxController(Views views, VisibleViews visible, InboxItems items, ViewCounts counts, Feed feed) {
        this.views = views;
        this.visible = visible;
        this.items = items;
        this.counts = counts;
        this.feed = feed;
    }

    /// A page of a view.
    ///
    /// @param next the cursor of the next page; null after the last
    /// @param live where the change feed stood before this was read
    record InboxPage(List<InboxItem> items, @Nullable String next, String live) {}

    @GetMapping
    @Operation(summary = "Lists a view’s topics: those in which somebody waits first, the longest waiting at the top.")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "unknown-view", when = "there is no such view")
    InboxPage page(@RequestParam(defaultValue = "all") String view,
            @RequestParam(required = false) @Nullable String cursor,
            Viewer viewer) {
        View named = visible.named(view, viewer).orElseThrow(() -> ProblemException.field("unknown-view", "view",
                "There is no view “" + view
                        + "”. There are mine, unassigned, all, snoozed, resolved, and queue:<id> for"
                        + " each of your queues."));
        String after = cursor == null ? null : PageCursor.check("cursor", cursor, Views.CURSOR);
        Cursor live = feed.head();
        Views.Page page = views.page(named, after, PAGE);
        return new InboxPage(items.rows(page.topics(), viewer), page.next(), live.toString());
    }

    @GetMapping("/counts")
    @Operation(summary = "Counts the topics of each view, and those in which somebody waits.")
    ViewCounts.Counts counts(Viewer viewer) {
        Cursor live = feed.head();
        return counts.of(viewer, live);
    }
}
