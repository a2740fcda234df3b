package dev.loper.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisProperties;
import dev.loper.redis.RedisServer;
import dev.loper.redis.SchemaVersion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// A start that cannot work, tried for real: what a person reads of it.
@ExtendWith(OutputCaptureExtension.class)
class FailedStartTests {

    /// The store and the secret: as much of Loper as these starts reach.
    @Configuration(proxyBeanMethods = false)
    @ComponentScan({"dev.loper.redis", "dev.loper.secret"})
    @EnableConfigurationProperties(RedisProperties.class)
    static class Store {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    /// A web server and nothing behind it.
    @Configuration(proxyBeanMethods = false)
    static class Door {

        @Bean
        TomcatServletWebServerFactory server(Environment settings) {
            return new TomcatServletWebServerFactory(settings.getRequiredProperty("server.port", Integer.class));
        }
    }

    @TempDir
    Path folder;

    private String workspace = "";

    @BeforeEach
    void aWorkspaceOfItsOwn() {
        workspace = "start-" + folder.getFileName().toString().replaceAll("[^0-9]", "");
    }

    @Test
    void aTakenPortIsNamed(CapturedOutput output) throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
            List<String> settings = List.of("server.port=" + other.getLocalPort());
            assertThat(failed(Door.class, WebApplicationType.SERVLET, settings)).isTrue();
            said(output, "Port " + other.getLocalPort() + " is taken.", "--server.port=");
        }
    }

    @Test
    void aRedisThatIsNotThereIsNamed(CapturedOutput output) throws IOException {
        int nobody;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = free.getLocalPort();
        }
        assertThat(failed(standalone("127.0.0.1:" + nobody))).isTrue();
        said(output, "Redis at 127.0.0.1:" + nobody + " does not answer", "--loper.redis.nodes=");
    }

    @Test
    void anEmbeddedRedisThatShallHaveReplicasIsRefused(CapturedOutput output) {
        assertThat(failed(List.of("loper.redis.mode=embedded", "loper.redis.durability=replicated",
                "loper.data-dir=" + folder))).isTrue();
        said(output, "The embedded Redis has no replicas", "--loper.redis.durability=fsync");
        assertThat(folder.resolve("redis")).doesNotExist();
    }

    @Test
    void sentinelsThatAreNotThereAreNamed(CapturedOutput output) {
        assertThat(failed(List.of("loper.redis.mode=sentinel", "loper.redis.nodes=127.0.0.1:1",
                "loper.redis.timeout=300ms", "loper.data-dir=" + folder))).isTrue();
        said(output, "Redis at 127.0.0.1:1 does not answer", "--loper.redis.nodes=");
    }

    @Test
    void aWrongPasswordOfRedisIsNamed(CapturedOutput output) {
        assertThat(failed(onTheSharedServer("loper.redis.password=wrong"))).isTrue();
        said(output, "WRONGPASS", "LOPER_REDIS_PASSWORD");
    }

    @Test
    void dataOfALaterLoperStopsTheStartAndStaysAsItIs(CapturedOutput output) {
        RedisKeys keys = new RedisKeys(workspace);
        var redis = RedisServer.fresh().redis();
        redis.set(keys.of(Family.SCHEMA), "99");
        assertThat(failed(onTheSharedServer())).isTrue();
        said(output, "The data is of schema version 99", "Start the Loper that wrote it");
        assertThat(redis.get(keys.of(Family.SCHEMA))).isEqualTo("99");
    }

    @Test
    void theFirstStartWritesTheVersionAndTheSecondReadsIt() {
        started(onTheSharedServer()).close();
        assertThat(RedisServer.fresh().redis().get(new RedisKeys(workspace).of(Family.SCHEMA))).isEqualTo(
                String.valueOf(SchemaVersion.CURRENT));
        started(onTheSharedServer()).close();
    }

    @Test
    void anotherSecretThanTheDatasStopsTheStart(CapturedOutput output) {
        started(onTheSharedServer("loper.secret-key=" + "ab".repeat(32))).close();
        assertThat(failed(onTheSharedServer("loper.secret-key=" + "cd".repeat(32)))).isTrue();
        said(output, "The data was made with another secret key.", "LOPER_SECRET_KEY");
    }

    @Test
    void aSecretThatIsNoKeyIsNamedWithoutBeingShown(CapturedOutput output) {
        assertThat(failed(onTheSharedServer("loper.secret-key=hunter2"))).isTrue();
        said(output, "64 hexadecimal digits", "LOPER_SECRET_KEY");
        assertThat(output).doesNotContain("hunter2");
    }

    @Test
    void aDataFolderThatCannotBeMadeIsNamed(CapturedOutput output) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        assertThat(failed(List.of("loper.redis.mode=embedded", "loper.data-dir=" + file.resolve("data")))).isTrue();
        said(output, "The data folder " + file.resolve("data") + " cannot be used", "--loper.data-dir=");
    }

    @Test
    void aSecondLoperOnTheSameFolderIsRefusedAndTheFirstGoesOn(CapturedOutput output) {
        List<String> settings = List.of("loper.redis.mode=embedded", "loper.data-dir=" + folder,
                "loper.workspace=" + workspace);
        try (ConfigurableApplicationContext first = started(settings)) {
            assertThat(failed(settings)).isTrue();
            said(output, "Another Loper works with the data folder " + folder, "--loper.data-dir=");
            assertThat(first.getBean(redis.clients.jedis.UnifiedJedis.class).ping()).isEqualTo("PONG");
        }
    }

    private List<String> onTheSharedServer(String... more) {
        List<String> settings = new ArrayList<>(RedisServer.springProperties(workspace));
        settings.add("loper.data-dir=" + folder);
        settings.addAll(List.of(more));
        return settings;
    }

    private List<String> standalone(String node) {
        return List.of("loper.redis.mode=standalone", "loper.redis.nodes=" + node, "loper.data-dir=" + folder);
    }

    private static boolean failed(List<String> settings) {
        return failed(Store.class, WebApplicationType.NONE, settings);
    }

    private static boolean failed(Class<?> source, WebApplicationType type, List<String> settings) {
        return catchThrowable(() -> start(source, type, settings).close()) != null;
    }

    private static ConfigurableApplicationContext started(List<String> settings) {
        return start(Store.class, WebApplicationType.NONE, settings);
    }

    private static ConfigurableApplicationContext start(Class<?> source, WebApplicationType type,
            List<String> settings) {
        return new SpringApplicationBuilder(source).web(type).registerShutdownHook(false).run(
                settings.stream().map(setting -> "--" + setting).toArray(String[]::new));
    }

    private static void said(CapturedOutput output, String what, String whatToDo) {
        String last = output.toString().substring(output.toString().lastIndexOf("APPLICATION FAILED TO START"));
        assertThat(last).contains(what).contains(whatToDo).doesNotContain("\tat ");
    }
}
