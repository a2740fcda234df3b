package dev.loper.handover;

import dev.loper.access.AccessRule;
import dev.loper.access.Audit;
import dev.loper.access.Viewer;
import dev.loper.access.Who;
import dev.loper.message.ChannelKind;
import dev.loper.redis.KeptList;
import dev.loper.redis.KeptVersion;
import dev.loper.web.ProblemException;
import dev.loper.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The table of routes: everybody here reads it, administrators change it.
@RestController
@Tag(name = "Handovers")
@RequestMapping("/api/v1/handover-routes")
class HandoverRoutesController {

    private static final int MOST = 100;

    private final RedisRoutes routes;
    private final Ways ways;
    private final Audit audit;

    HandoverRoutesController(RedisRoutes routes, Ways ways, Audit audit) {
        this.routes = routes;
        this.ways = ways;
        this.audit = audit;
    }

    record RouteViews(List<RouteView> items) {}

    /// A route.
    ///
    /// @param how       `write`: we write to them there; `text`: they send a text; `page`: they open a link; `code`: they key it
    ///                  in
    /// @param connected whether the channel it leads to is
    /// @param en        the customer's words in English, and `nl` in Dutch, with `{link}`, `{code}`, `{number}`, `{topic}`
    /// @param own       whether an administrator worded it
    /// @param needs     the placeholders without which the words lead nowhere
    /// @param version   to be named by whoever changes it
    record RouteView(ChannelKind from, ChannelKind to, String how, boolean enabled, boolean connected, String en,
            String nl, boolean own, List<String> needs, String version) {}

    record RouteForms(@NotNull @Size(max = MOST) List<@Valid RouteForm> items) {}

    /// A route as it is to be. @param en its wording in English; none or empty is ours @param nl the same in Dutch
    /// @param version of the one it replaces, as it was read; none writes it whatever there is
    record RouteForm(@NotNull ChannelKind from, @NotNull ChannelKind to, boolean enabled,
            @Nullable @Size(max = 1000) String en, @Nullable @Size(max = 1000) String nl,
            @Nullable @Size(max = 40) String version) {}

    @GetMapping
    @AccessRule(Who.PEOPLE)
    @Operation(summary = "Lists the routes from one channel to another.")
    RouteViews all() {
        Map<String, String> versions = routes.versions();
        return new RouteViews(routes.all().stream().map(
                route -> view(route, versions.getOrDefault(route.key(), KeptVersion.NEW))).toList());
    }

    @PutMapping
    @AccessRule(Who.ADMINISTRATORS)
    @Operation(summary = "Changes routes: those named here; the others stay as they are.")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "no-route", when = "there is no such route")
    @Refuses(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "placeholder-missing", when = "a wording leaves out what the customer needs to get there")
    @Refuses(status = HttpStatus.CONFLICT, type = "changed-meanwhile", when = "somebody else changed one since its `version`; those named before it are changed")
    RouteViews change(@Valid @RequestBody RouteForms body, Viewer viewer) {
        Map<Route, Optional<String>> wanted = new LinkedHashMap<>();
        body.items().forEach(form -> wanted.put(route(form), Optional.ofNullable(form.version())));
        wanted.forEach((route, version) -> {
            if (routes.save(route, version.orElse(null)) != KeptList.Saved.SAVED) {
                throw new ProblemException("changed-meanwhile", HttpStatus.CONFLICT,
                        "Somebody else has changed this since you opened it. Open it again and repeat your change.");
            }
            audit.record(viewer.id().value(), "handover-route-changed", route.key(),
                    Map.of("enabled", String.valueOf(route.enabled())));
        });
        return all();
    }

    private Route route(RouteForm form) {
        Route known = routes.find(form.from(), form.to()).orElseThrow(
                () -> ProblemException.field("no-route", "items", "There is no route from " + form.from().wire()
                        + " to " + form.to().wire() + "."));
        Map<String, String> wording = new LinkedHashMap<>();
        put(known, wording, Language.ENGLISH, form.en());
        put(known, wording, Language.DUTCH, form.nl());
        return new Route(form.from(), form.to(), form.enabled(), wording);
    }

    private static void put(Route route, Map<String, String> wording, Language language, @Nullable String words) {
        if (words == null || words.isBlank() || words.strip().equals(ours(route).wording(language, how(route)))) {
            return;
        }
        route.needs().filter(placeholder -> !words.contains(placeholder)).findFirst().ifPresent(missing -> {
            throw ProblemException.field("placeholder-missing", "items", "The wording needs " + missing
                    + ": without it the customer cannot get there.");
        });
        wording.put(language.tag(), words.strip());
    }

    private RouteView view(Route route, String version) {
        return new RouteView(route.from(), route.to(), How.to(route.to()).wire(), route.enabled(),
                ways.account(route.to(), null) != null, route.wording(Language.ENGLISH, how(route)),
                route.wording(Language.DUTCH, how(route)), !route.wording().isEmpty(), route.needs().toList(),
                version);
    }

    private static How how(Route route) {
        return How.to(route.to());
    }

    private static Route ours(Route route) {
        return new Route(route.from(), route.to(), route.enabled(), Map.of());
    }
}
