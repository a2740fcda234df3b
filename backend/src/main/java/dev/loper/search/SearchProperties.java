package dev.loper.search;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Settings of the search, under `loper.search`.
///
/// @param folder        where this node keeps its index
/// @param perSecond     entries taken in a second at the most; what comes faster is found later
/// @param commitEvery   how long what was taken in may have to be taken in again after a crash
@Validated
@ConfigurationProperties("loper.search")
record SearchProperties(@NotNull Path folder, @Min(1) @DefaultValue("500") int perSecond,
        @NotNull @DefaultValue("30s") Duration commitEvery) {}
