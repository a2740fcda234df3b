package dev.loper.access;

import dev.loper.feed.Feed;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/// Loper with nothing but its doors: the packages `access`, `web` and `redis`, and where the feed stands. It is no configuration of its own, so
/// that a scan of the whole application does not find it.
@EnableAutoConfiguration
@ComponentScan({"dev.loper.access", "dev.loper.web", "dev.loper.redis"})
@Import(Feed.class)
@ConfigurationPropertiesScan({"dev.loper.access", "dev.loper.redis"})
class AccessApp {}
