package dev.loper.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.apache.commons.logging.LogFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;

/// Keeps the data folder from other users of the machine before anything is written to it: what people wrote lies in it,
/// and the sessions of those who are signed in. What is below inherits the closed door. Where permissions are not those of
/// POSIX, the folder keeps those it has.
final class PrivateDataFolder implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final Set<PosixFilePermission> OURS_ALONE = PosixFilePermissions.fromString("rwx------");

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        String folder = event.getEnvironment().getProperty("loper.data-dir");
        if (folder != null) {
            close(Path.of(folder).toAbsolutePath().normalize());
        }
    }

    private static void close(Path folder) {
        try {
            Files.createDirectories(folder);
            PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
            if (view != null && !view.readAttributes().permissions().equals(OURS_ALONE)) {
                view.setPermissions(OURS_ALONE);
            }
        } catch (IOException e) {
            // Whoever writes to the folder next says in a sentence what is wrong with it: DataFolderUnwritable.
            LogFactory.getLog(PrivateDataFolder.class).debug("The folder " + folder + " cannot be kept from others.",
                    e);
        }
    }
}
