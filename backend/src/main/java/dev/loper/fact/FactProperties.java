package dev.loper.fact;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Settings of facts, under `loper.facts`.
///
/// @param matter how long what belongs to one matter (an order number, a product, a date) counts as known
@Validated
@ConfigurationProperties("loper.facts")
record FactProperties(@NotNull @DefaultValue("60d") Duration matter) {}
