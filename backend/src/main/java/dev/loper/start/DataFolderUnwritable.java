package dev.loper.start;

import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/// Something in the data folder cannot be made, read or written.
@Order(0)
final class DataFolderUnwritable extends AbstractFailureAnalyzer<FileSystemException> {

    private final Environment environment;

    DataFolderUnwritable(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, FileSystemException cause) {
        Path folder = folder();
        if (!below(folder, cause.getFile())) {
            return null;
        }
        return new FailureAnalysis("The data folder " + folder + " cannot be used (" + cause.getMessage() + ").",
                "Let the user Loper runs as read and write it, or give another with --loper.data-dir=<folder>.", cause);
    }

    private Path folder() {
        return Path.of(environment.getProperty("loper.data-dir", "data")).toAbsolutePath().normalize();
    }

    /// The folder itself, something in it, or something it would lie in.
    private static boolean below(Path folder, @Nullable String file) {
        if (file == null) {
            return false;
        }
        Path path = Path.of(file).toAbsolutePath().normalize();
        return path.startsWith(folder) || folder.startsWith(path);
    }
}
