package dev.loper.blob;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Where blobs are kept.
///
/// @param dataDir the folder of all our data; blobs are in its `blobs` folder
@Validated
@ConfigurationProperties("loper")
record BlobSettings(@NotNull @DefaultValue("data") Path dataDir) {}
