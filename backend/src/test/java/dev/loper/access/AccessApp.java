package dev.loper.access;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;

/// Loper with nothing but its doors: the packages `access`, `web` and `redis`. It is no configuration of its own, so
/// that a scan of the whole application does not find it.
@EnableAutoConfiguration
@ComponentScan({"dev.loper.access", "dev.loper.web", "dev.loper.redis"})
@ConfigurationPropertiesScan({"dev.loper.access", "dev.loper.redis"})
class AccessApp {}
