package dev.loper.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every script says above its code what it is given and what it gives back.
class RedisLuaDocTests {

    private static final Path FOLDER = Path.of("src/main/resources/redis");
    private static final Pattern INCLUDE = Pattern.compile("(?m)^-- include: ([a-z-]+)$");
    private static final Pattern USED = Pattern.compile("(KEYS|ARGV)\\[(\\d+)]");

    @Test
    void thereAreScriptsAndEveryIncludeIsAFile() throws IOException {
        assertThat(scripts()).hasSizeGreaterThan(15);
        assertThat(includes()).isNotEmpty().allSatisfy(name -> assertThat(FOLDER.resolve(name + ".lua")).exists());
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void theHeaderNamesKeysArgumentsAndAnswer(Path script) throws IOException {
        assertThat(header(script).getFirst()).matches("-- \\p{Lu}.*");
        assertThat(header(script)).anyMatch(line -> line.startsWith("-- KEYS  1 ")).anyMatch(
                line -> line.startsWith("-- ARGV  ")).anyMatch(line -> line.startsWith("-- Returns "));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void theHeaderNumbersEveryKeyAndArgumentTheCodeUses(Path script) throws IOException {
        String keys = part(script, "KEYS", "ARGV");
        String args = part(script, "ARGV", "Returns");
        assertThat(used(script, "KEYS")).allSatisfy(n -> assertThat(keys).containsPattern("(^|\\s)" + n + "…?\\s"));
        assertThat(used(script, "ARGV")).allSatisfy(n -> assertThat(args).containsPattern("(^|\\s)" + n + "…?\\s"));
    }

    /// Redis runs a script on the server of the keys it was given; a key it makes up itself breaks a Cluster.
    @ParameterizedTest
    @MethodSource("all")
    void noKeyIsMadeUpInAScript(Path script) throws IOException {
        String code = Files.readString(script).lines().filter(line -> !line.strip().startsWith("--")).collect(
                Collectors.joining("\n"));
        assertThat(code).doesNotContain("{main}").doesNotContainPattern(
                "redis\\.call\\(['\"](?!INFO)[A-Z]+['\"], *['\"][a-z{]");
    }

    static List<Path> all() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".lua")).sorted().toList();
        }
    }

    static List<Path> scripts() throws IOException {
        Set<String> includes = includes();
        return all().stream().filter(file -> !includes.contains(name(file))).toList();
    }

    private static Set<String> includes() throws IOException {
        return all().stream().flatMap(file -> INCLUDE.matcher(read(file)).results()).map(
                found -> found.group(1)).collect(
                        Collectors.toSet());
    }

    private static List<String> header(Path script) throws IOException {
        return Files.readAllLines(script).stream().takeWhile(line -> line.startsWith("--")).toList();
    }

    private static String part(Path script, String from, String to) throws IOException {
        String header = String.join("\n", header(script)).replace("\n--", "\n") + "\n";
        return header.substring(header.indexOf(from) + from.length(), header.indexOf("\n " + to));
    }

    private static Set<String> used(Path script, String what) throws IOException {
        Matcher found = USED.matcher(String.join("\n", Files.readAllLines(script)));
        return found.results().filter(hit -> hit.group(1).equals(what)).map(hit -> hit.group(2)).collect(
                Collectors.toSet());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".lua", "");
    }
}
