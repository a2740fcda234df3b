package dev.loper.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.redis.RedisKeys.Family;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// `docs/redis-schema.md` and [Family] say the same.
class RedisSchemaDocTests {

    private static final Path DOCUMENT = Path.of("../docs/redis-schema.md");

    /// A row of the document's table: `| pattern | type | what it holds | example | its life |`.
    private record Row(String pattern, String type, String holds, String example, String life) {}

    @Test
    void theDocumentNamesEveryFamilyOnceInTheCodesOrder() throws IOException {
        assertThat(rows().stream().map(Row::pattern)).containsExactlyElementsOf(
                Arrays.stream(Family.values()).map(Family::pattern).toList());
    }

    @Test
    void typeAndContentAreTheCodes() throws IOException {
        Map<String, Row> rows = rows().stream().collect(Collectors.toMap(Row::pattern, Function.identity()));
        assertThat(Family.values()).allSatisfy(family -> {
            Row row = Objects.requireNonNull(rows.get(family.pattern()));
            assertThat(row.type()).isEqualTo(family.type());
            assertThat(row.holds()).isEqualTo(family.holds());
        });
    }

    @Test
    void everyRowHasALifeAndAnExampleOfItsFamily() throws IOException {
        assertThat(rows()).allSatisfy(row -> {
            assertThat(row.life()).isNotBlank();
            String key = row.pattern().replaceAll("<[a-z]+>", "[^ ]+").replace("*", "[^ ]+");
            assertThat(row.example()).matches("`\\{main\\}:" + key + "`.*");
        });
    }

    private static List<Row> rows() throws IOException {
        return Files.readAllLines(DOCUMENT).stream().filter(line -> line.startsWith("| `")).map(
                line -> line.substring(1, line.length() - 1).split("(?<!\\\\)\\|", -1)).map(
                        cells -> Arrays.stream(cells).map(cell -> cell.strip().replace("\\|", "|")).toList()).map(
                                cells -> new Row(cells.get(0).replace("`", ""), cells.get(1), cells.get(2),
                                        cells.get(3),
                                        cells.get(4))).toList();
    }
}
