package dev.loper.board;

import dev.loper.access.AccessRule;
import dev.loper.access.Viewer;
import dev.loper.access.Who;
import dev.loper.feed.Feed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The board as it is now; screens that show it are told of what changes.
@RestController
@Tag(name = "Board")
@RequestMapping("/api/v1/board")
class BoardController {

    /// @param live where the change feed stood before it was read
    record BoardPage(Board board, String live) {}

    private final Boards boards;
    private final Feed feed;

    BoardController(Boards boards, Feed feed) {
        this.boards = boards;
        this.feed = feed;
    }

    @GetMapping
    @AccessRule(Who.SUPERVISORS)
    @Operation(summary = "Tells how the queues stand that a supervisor watches over.")
    BoardPage board(Viewer viewer) {
        String live = feed.head().toString();
        return new BoardPage(boards.of(viewer), live);
    }
}
