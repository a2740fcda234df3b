package dev.loper.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Configuration;

/// Other users of the machine do not get into the data folder. Loper runs where files have POSIX permissions.
class PrivateDataFolderTests {

    @Configuration
    static class Nothing {}

    @TempDir
    Path above;

    @Test
    void aNewFolderIsOursAlone() throws IOException {
        Path folder = above.resolve("a/data");
        start(folder);
        assertThat(permissions(folder)).isEqualTo("rwx------");
    }

    @Test
    void aFolderThatWasOpenIsClosed() throws IOException {
        Path folder = Files.createDirectory(above.resolve("data"), PosixFilePermissions.asFileAttribute(
                PosixFilePermissions.fromString("rwxr-xr-x")));
        start(folder);
        assertThat(permissions(folder)).isEqualTo("rwx------");
    }

    private static void start(Path folder) {
        SpringApplication application = new SpringApplication(Nothing.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setDefaultProperties(Map.of("loper.data-dir", folder.toString(), "spring.config.location",
                "classpath:/nowhere/", "logging.level.root", "off"));
        application.run("--spring.config.on-not-found=ignore").close();
    }

    private static String permissions(Path folder) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
    }
}
