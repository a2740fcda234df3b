package dev.loper.access;

import dev.loper.feed.Feed;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Who works here, and who did.
@RestController
@RequestMapping("/api/v1/people")
class PeopleController {

    /// @param live where the change feed stood before they were read
    record Page(List<Colleague> items, String live) {}

    private final Colleagues colleagues;
    private final Feed feed;

    PeopleController(Colleagues colleagues, Feed feed) {
        this.colleagues = colleagues;
        this.feed = feed;
    }

    @GetMapping
    @AccessRule(Who.PEOPLE)
    Page all(Viewer viewer) {
        String live = feed.head().toString();
        return new Page(colleagues.all(viewer), live);
    }
}
