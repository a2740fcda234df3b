package dev.loper.blob;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// Where blobs are kept.
///
/// @param dataDir the folder of all our data; blobs are in its `blobs` folder unless another one is given
/// @param blob    what is set of them alone
@Validated
@ConfigurationProperties("loper")
record BlobSettings(@NotNull @DefaultValue("data") Path dataDir, @Valid @NotNull @DefaultValue Blob blob) {

    /// @param folder where they are instead, such as a file system that several nodes share; empty for our own
    /// @param free with less room than this on the disk nothing more is kept: Redis may write to the same one
    record Blob(@NotNull @DefaultValue("") String folder, @NotNull @DefaultValue("500MB") DataSize free) {}

    Path folder() {
        return blob.folder().isEmpty() ? dataDir.resolve("blobs") : Path.of(blob.folder());
    }
}
