package dev.loper.fact;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Settings of facts, under `loper.facts`.
///
/// @param perSecond entries looked through in a second at the most; what comes faster is looked through later
/// @param matter how long what belongs to one matter (an order number, a product, a date) counts as known
@Validated
@ConfigurationProperties("loper.facts")
record FactProperties(@NotNull @DefaultValue("60d") Duration matter, @Min(1) @DefaultValue("300") int perSecond) {}
