package dev.loper.sandbox;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// The sandbox's own address, known once its web server listens.
@Component
public class Here {

    private final Environment environment;

    Here(Environment environment) {
        this.environment = environment;
    }

    /// `http://localhost:<port>`, without a slash at the end.
    public String url() {
        return "http://localhost:" + environment.getProperty("local.server.port", "9090");
    }
}
