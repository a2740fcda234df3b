package dev.loper.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// A table as a file for a spreadsheet (RFC 4180).
public final class CsvFile {

    private CsvFile() {}

    /// @param name  with its ending
    /// @param heads what the columns are called
    public static ResponseEntity<byte[]> of(String name, List<String> heads, Stream<List<String>> lines) {
        String text = Stream.concat(Stream.of(heads), lines).map(CsvFile::line).collect(Collectors.joining());
        return ResponseEntity.ok().contentType(new MediaType("text", "csv", StandardCharsets.UTF_8)).header(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"").body(
                        text.getBytes(StandardCharsets.UTF_8));
    }

    private static String line(List<String> cells) {
        return cells.stream().map(CsvFile::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /// A name is never a formula, whatever somebody calls themselves.
    static String cell(String words) {
        String plain = words.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + words : words;
        return plain.matches("(?s).*[\",\\r\\n].*") ? "\"" + plain.replace("\"", "\"\"") + "\"" : plain;
    }
}
