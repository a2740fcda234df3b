package dev.loper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.redis.SchemaVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the documents name is there. Decisions are left out: they tell of a day.
class DocumentTests {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path MAIN = ROOT.resolve("backend/src/main/java/dev/loper");
    private static final Path SCRIPTS = ROOT.resolve("backend/src/main/resources/redis");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s#]*)(?:#([^)\\s]+))?\\)");
    private static final Pattern CLASS = Pattern.compile("`((?:[a-z]+/)+[A-Z]\\w+)`");
    private static final Pattern SCRIPT = Pattern.compile("`([a-z-]+\\.lua)`");

    @Test
    void everyLinkLeadsToAFileAndAHeadingOfIt() {
        assertThat(documents()).allSatisfy(document -> assertThat(links(document)).allSatisfy(link -> {
            Path target = link.group(1).isEmpty() ? document : document.resolveSibling(link.group(1)).normalize();
            assertThat(target).exists();
            if (link.group(2) != null) {
                assertThat(headings(target)).contains(link.group(2));
            }
        }));
    }

    @Test
    void everyClassAndScriptThatIsNamedWithItsPlaceIsThere() {
        Set<String> scripts = files(SCRIPTS, ".lua").map(file -> file.getFileName().toString()).collect(
                Collectors.toSet());
        assertThat(documents()).allSatisfy(document -> {
            assertThat(named(document, CLASS)).allSatisfy(name -> assertThat(MAIN.resolve(name + ".java")).exists());
            assertThat(scripts).containsAll(named(document, SCRIPT));
        });
    }

    @Test
    void everyPackageStandsInTheArchitecture() throws IOException {
        String architecture = text(ROOT.resolve("docs/architecture.md"));
        try (Stream<Path> packages = Files.list(MAIN)) {
            assertThat(packages.filter(Files::isDirectory).map(folder -> "`" + folder.getFileName() + "`")).allSatisfy(
                    name -> assertThat(architecture).contains(name));
        }
    }

    @Test
    void theKeySchemaHasTheVersionThatItsDocumentSays() {
        assertThat(text(ROOT.resolve("docs/redis-schema.md"))).contains("holds the version of all this, "
                + SchemaVersion.CURRENT + ".");
    }

    private static List<Path> documents() {
        return Stream.of(
                files(ROOT.resolve("docs"), ".md").filter(file -> !file.startsWith(ROOT.resolve("docs/decisions"))),
                Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "frontend/src/widget/README.md",
                        "infra/journeys/README.md", "infra/sandbox/README.md").map(ROOT::resolve)).flatMap(
                                each -> each).toList();
    }

    private static List<MatchResult> links(Path document) {
        return LINK.matcher(text(document)).results().filter(link -> !link.group(1).contains(":")).toList();
    }

    private static List<String> named(Path document, Pattern pattern) {
        return pattern.matcher(text(document)).results().map(name -> name.group(1)).toList();
    }

    /// As they are linked to: “The chat on a page” is `the-chat-on-a-page`.
    private static List<String> headings(Path document) {
        return text(document).lines().filter(line -> line.startsWith("#")).map(
                line -> line.replaceAll("^#+ ", "").toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} -]",
                        "").replace(
                                ' ', '-')).toList();
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
