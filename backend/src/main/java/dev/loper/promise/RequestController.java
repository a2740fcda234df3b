package dev.loper.promise;

import dev.loper.access.AccessRule;
import dev.loper.access.Viewer;
import dev.loper.access.Who;
import dev.loper.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Questions to somebody without a seat, on which a promise depends.
@RestController
@Tag(name = "Promises")
@RequestMapping("/api/v1/promises/{id}/requests")
@AccessRule(Who.PEOPLE)
class RequestController {

    private final VisiblePromises visible;
    private final RequestAsking asking;
    private final RequestDesk desk;

    RequestController(VisiblePromises visible, RequestAsking asking, RequestDesk desk) {
        this.visible = visible;
        this.asking = asking;
        this.desk = desk;
    }

    @GetMapping
    @Operation(summary = "Lists what colleagues without a seat were asked for a promise, the newest first.")
    ColleagueRequestViews requests(@PathVariable String id, Viewer viewer) {
        return desk.of(matter(id, viewer));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Asks a colleague without a seat, or a department, by mail.")
    @Refuses(status = HttpStatus.CONFLICT, type = "promise-closed", when = "the promise is kept or released already")
    @Refuses(status = HttpStatus.CONFLICT, type = "too-many-requests-asked", when = "twenty were asked for this promise")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "client-id-used", when = "this id was given to something else")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "nobody-to-ask", when = "neither an address nor a department is given, or both")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "unknown-department", when = "there is no such department")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "unfit-moment", when = "the moment is past, too far away, or not before the promise's")
    ColleagueRequestView ask(@PathVariable String id, @Valid @RequestBody NewColleagueRequest wanted, Viewer viewer) {
        return desk.ask(matter(id, viewer), wanted, viewer);
    }

    @PostMapping("/{request}/withdraw")
    @Operation(summary = "Needs no answer any more: the link shows nothing from now on.")
    @Refuses(status = HttpStatus.CONFLICT, type = "request-closed", when = "it is answered or withdrawn already")
    ColleagueRequestView withdraw(@PathVariable String id, @PathVariable String request, Viewer viewer) {
        return desk.withdraw(matter(id, viewer), request, viewer);
    }

    private RequestMatter matter(String promise, Viewer viewer) {
        return asking.matter(visible.find(promise, viewer));
    }
}
