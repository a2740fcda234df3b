package dev.loper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.channel.twilio.TwilioWorld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The product as a process of its own, with the demo's people and the embedded Redis, which a test may kill.
final class RunningProduct implements AutoCloseable {

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final JsonMapper json = new JsonMapper();
    private final Path data;
    private final List<String> options;
    private final int port;
    private Process process;

    /// Starts it.
    ///
    /// @param options settings more, as on the command line
    RunningProduct(Path data, String... options) {
        this.data = data;
        this.options = List.of(options);
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process = launched();
    }

    /// An address of it.
    String url(String path) {
        return "http://localhost:" + port + path;
    }

    void start() {
        process = launched();
    }

    /// The power goes.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// Asks it to end, as whoever upgrades it does (SIGTERM).
    void terminate() {
        process.destroy();
    }

    boolean isRunning() {
        return process.isAlive();
    }

    String log() {
        try {
            return Files.readString(data.resolve("product.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Its Redis, which outlives it when it is killed.
    Optional<ProcessHandle> redis() {
        String pid = note().getProperty("pid");
        return pid == null ? Optional.empty() : ProcessHandle.of(Long.parseLong(pid));
    }

    UnifiedJedis connect() {
        Properties note = note();
        return RedisClient.builder().hostAndPort(
                new HostAndPort("127.0.0.1", Integer.parseInt(note.getProperty("port")))).clientConfig(
                        DefaultJedisClientConfig.builder().password(note.getProperty("password")).build()).build();
    }

    /// Reads as the administrator.
    JsonNode get(String path) throws IOException, InterruptedException {
        return asked(200, HttpRequest.newBuilder(URI.create(url(path))));
    }

    /// Writes as the administrator.
    JsonNode post(String path, Object body) throws IOException, InterruptedException {
        return asked(201, HttpRequest.newBuilder(URI.create(url(path))).header("Content-Type",
                "application/json").POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    /// Posts a form as Twilio does.
    ///
    /// @return whether it was acknowledged
    boolean hook(String path, String form, String signature) throws InterruptedException {
        try {
            return http.send(HttpRequest.newBuilder(URI.create(url(path))).timeout(Duration.ofSeconds(10)).header(
                    "Content-Type", "application/x-www-form-urlencoded").header("X-Twilio-Signature",
                            signature).POST(HttpRequest.BodyPublishers.ofString(form)).build(),
                    HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /// Posts a text message as Twilio does, which listens for seven seconds.
    HttpResponse<String> text(String sid, String words) throws IOException, InterruptedException {
        String path = "/hooks/twilio/sms-main/message";
        Map<String, String> form = Map.of("MessageSid", sid, "AccountSid", TwilioWorld.SID, "From", "+31619990000",
                "To", "+3197010280001", "Body", words, "NumMedia", "0");
        return http.send(HttpRequest.newBuilder(URI.create(url(path))).timeout(Duration.ofSeconds(7)).header(
                "Content-Type", "application/x-www-form-urlencoded").header("X-Twilio-Signature",
                        TwilioWorld.signature(url(path), form, TwilioWorld.TOKEN)).POST(
                                HttpRequest.BodyPublishers.ofString(TwilioWorld.encode(form))).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    int port() {
        return port;
    }

    private JsonNode asked(int status, HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.header("Authorization", "Bearer loper_demo").build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return json.readTree(answer.body());
    }

    private Process launched() {
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx512m", "-XX:TieredStopAtLevel=1", "-cp", classPath(), "dev.loper.LoperApplication",
                "--spring.profiles.active=demo", "--server.port=" + port, "--loper.public-url=http://localhost:" + port,
                "--loper.data-dir=" + data));
        command.addAll(options);
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(
                    ProcessBuilder.Redirect.appendTo(data.resolve("product.log").toFile())).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The product's own class path: what only tests bring must not become part of it.
    private static String classPath() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(java.io.File.pathSeparator)).filter(
                entry -> !entry.endsWith("test-classes")).collect(Collectors.joining(java.io.File.pathSeparator));
    }

    private Properties note() {
        Properties note = new Properties();
        Path file = data.resolve("redis/server.properties");
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                note.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return note;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(40, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        redis().ifPresent(ProcessHandle::destroyForcibly);
    }
}
