package dev.loper.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The script `loper` of the top folder, run for real beside a JDK and a Maven that only say how they were called.
class LauncherTests {

    private record Ended(int status, String said) {}

    @TempDir
    private Path place;

    private Path jdk;
    private Path tools;
    private Path root;

    @BeforeEach
    void aFreshClone() throws Exception {
        jdk = place.resolve("jdk");
        tools = place.resolve("tools");
        root = Files.createDirectories(place.resolve("clone"));
        Files.copy(Path.of("..", "loper"), root.resolve("loper"));
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.3\"\n");
        program(jdk.resolve("bin/javac"), "exit 0");
        program(jdk.resolve("bin/java"), "echo \"folder $PWD data $LOPER_DATA_DIR options $*\"");
        program(tools.resolve("mvn"),
                """
                        echo built >> %1$s/builds
                        mkdir -p %1$s/backend/target %1$s/infra/sandbox/target
                        touch %1$s/backend/target/loper.jar %1$s/backend/target/loper.jar.original %1$s/infra/sandbox/target/sandbox.jar
                        """.formatted(
                        root));
        program(tools.resolve("npm"), "exit 0");
    }

    @Test
    void startKeepsItsDataBesideTheScript() throws Exception {
        assertThat(loper(place, Map.of(), "start").said()).contains("data " + root.resolve("data") + " options");
    }

    @Test
    void aFolderAmongTheOptionsIsGivenToSpringOnce() throws Exception {
        String said = loper(place, Map.of(), "start", "--loper.data-dir=/elsewhere").said();

        assertThat(said.split("--loper.data-dir=", -1)).hasSize(2);
        assertThat(said).contains("--loper.data-dir=/elsewhere");
    }

    @Test
    void theSecondStartRunsWhereTheFirstDid() throws Exception {
        Map<String, String> relative = Map.of("LOPER_DATA_DIR", "mine");

        String first = loper(place, relative, "start").said();
        String second = loper(place, relative, "start").said();

        assertThat(first).contains("folder " + place.toRealPath() + " data mine");
        assertThat(second).contains("folder " + place.toRealPath() + " data mine");
        assertThat(Files.readAllLines(root.resolve("builds"))).as("nothing changed in between").hasSize(1);
    }

    @Test
    void aJdkOnThePathAloneIsFound() throws Exception {
        Path elsewhere = place.resolve("bin");
        Files.createDirectories(elsewhere);
        Files.createSymbolicLink(elsewhere.resolve("javac"), jdk.resolve("bin/javac"));

        Ended ended = run(place, Map.of("PATH", elsewhere + ":" + tools + ":/usr/bin:/bin", "JAVA_HOME", ""), "start");

        assertThat(ended.said()).endsWith("-jar " + root.resolve("backend/target/loper.jar"));
    }

    @Test
    void withoutMavenItSaysWhatToInstall() throws Exception {
        Files.delete(tools.resolve("mvn"));

        Ended ended = run(place, Map.of("PATH", withoutMaven(), "JAVA_HOME", jdk.toString()), "build");

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.said()).startsWith("loper: Maven is missing. Install it");
    }

    @Test
    void aTakenPortIsNamedWithTheWayOut() throws Exception {
        program(tools.resolve("curl"), "exit 52");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            Ended ended = loper(place, Map.of("LOPER_PORT", port), "demo");

            assertThat(ended.status()).isEqualTo(1);
            assertThat(ended.said()).isEqualTo(
                    "loper: port " + port + ", for the product, is taken. End the program that"
                            + " holds it, or choose another with LOPER_PORT=<port>.");
        }
    }

    private Ended loper(Path from, Map<String, String> environment, String... arguments) throws Exception {
        Map<String, String> all = new HashMap<>(environment);
        all.put("PATH", tools + ":" + System.getenv("PATH"));
        all.put("JAVA_HOME", jdk.toString());
        return run(from, all, arguments);
    }

    private Ended run(Path from, Map<String, String> environment, String... arguments) throws Exception {
        ProcessBuilder script = new ProcessBuilder("/bin/sh", root.resolve("loper").toString());
        script.command().addAll(List.of(arguments));
        script.environment().remove("LOPER_DATA_DIR");
        script.environment().putAll(environment);
        Process running = script.directory(from.toFile()).redirectErrorStream(true).start();
        running.getOutputStream().close();
        String said = new String(running.getInputStream().readAllBytes());
        assertThat(running.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(running.exitValue(), said.strip());
    }

    /// A folder with everything the script calls but Maven.
    private String withoutMaven() throws IOException {
        Path bare = place.resolve("bare");
        for (String name : List.of("sh", "dirname", "readlink", "find", "head", "grep", "sed")) {
            program(bare.resolve(name), "PATH='" + System.getenv("PATH") + "' exec " + name + " \"$@\"");
        }
        return bare.toString();
    }

    private static void program(Path file, String body) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
