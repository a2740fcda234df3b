package dev.loper.access;

import dev.loper.feed.Feed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Who works here, and who did.
@RestController
@Tag(name = "People")
@RequestMapping("/api/v1/people")
class PeopleController {

    /// @param live where the change feed stood before they were read
    record PeoplePage(List<Colleague> items, String live) {}

    private final Colleagues colleagues;
    private final Feed feed;

    PeopleController(Colleagues colleagues, Feed feed) {
        this.colleagues = colleagues;
        this.feed = feed;
    }

    @GetMapping
    @AccessRule(Who.PEOPLE)
    @Operation(summary = "Lists who works here. Administrators also see addresses, and those who left.")
    PeoplePage all(Viewer viewer) {
        String live = feed.head().toString();
        return new PeoplePage(colleagues.all(viewer), live);
    }
}
