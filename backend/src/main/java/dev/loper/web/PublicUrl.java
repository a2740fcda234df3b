package dev.loper.web;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The address people and providers reach this installation under.
@Component
public class PublicUrl {

    private final URI url;

    public PublicUrl(@Value("${loper.public-url}") URI url) {
        if (url.getHost() == null || !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
            throw new IllegalArgumentException("“" + url + "” is not an address people can reach. Give one such as"
                    + " https://support.example.com with --loper.public-url.");
        }
        this.url = url;
    }

    public boolean https() {
        return "https".equals(url.getScheme());
    }

    /// Scheme, host and port as a browser writes them in `Origin`: without a default port.
    public String origin() {
        int standard = https() ? 443 : 80;
        String port = url.getPort() < 0 || url.getPort() == standard ? "" : ":" + url.getPort();
        return url.getScheme() + "://" + url.getHost() + port;
    }

    /// The origin of our sockets, for the content security policy.
    String socketOrigin() {
        return "ws" + origin().substring("http".length());
    }

    /// An address below ours; the path begins with a slash.
    public String at(String path) {
        String base = url.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    }
}
