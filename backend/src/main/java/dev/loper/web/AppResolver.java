package dev.loper.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/// Finds a file of the app, or its `index.html` for the addresses the app itself knows (`/inbox/…`).
///
/// Only a browser that asks for a page gets `index.html`: a program that mistypes an address gets a 404.
final class AppResolver extends PathResourceResolver {

    /// First segments that are never the app's.
    private static final Set<String> OTHERS = Set.of("api", "hooks", "media", "ws", "widget", "assets", "actuator",
            "v3", "error");

    @Override
    protected @Nullable Resource resolveResourceInternal(@Nullable HttpServletRequest request, String path,
            List<? extends Resource> locations, ResourceResolverChain chain) {
        Resource file = super.resolveResourceInternal(request, path, locations, chain);
        return file == null && request != null && isPage(request, path)
                ? super.resolveResourceInternal(request, "index.html", locations, chain)
                : file;
    }

    private static boolean isPage(HttpServletRequest request, String path) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        String first = path.split("/", 2)[0];
        return accept != null && accept.contains("text/html") && !OTHERS.contains(first);
    }
}
