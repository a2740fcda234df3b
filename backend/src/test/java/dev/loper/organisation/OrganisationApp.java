package dev.loper.organisation;

import dev.loper.feed.Feed;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/// Loper with its doors and its teams and departments, and no more.
@EnableAutoConfiguration
@ComponentScan({"dev.loper.organisation", "dev.loper.access", "dev.loper.web", "dev.loper.redis"})
@Import(Feed.class)
@ConfigurationPropertiesScan({"dev.loper.access", "dev.loper.redis"})
class OrganisationApp {}
