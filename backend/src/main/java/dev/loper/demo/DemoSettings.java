package dev.loper.demo;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Where the demo's world is.
///
/// @param sandboxUrl the sandbox's page and control API
@ConfigurationProperties("loper")
record DemoSettings(@Nullable URI sandboxUrl) {}
