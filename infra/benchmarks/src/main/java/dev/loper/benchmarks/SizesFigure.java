package dev.loper.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/// How much a visitor's and an agent's browser must fetch, compressed with gzip: read from the shipped jar. A KB is 1,000
/// bytes, as in the front end's own check (`frontend/scripts/sizes.mjs`).
final class SizesFigure {

    private static final String ROOT = "META-INF/resources/";
    private static final Pattern LOADED = Pattern.compile("(?:src|href)=\"/?([^\"]+\\.(?:js|css))\"");

    /// The words of one language, of which the page fetches one before it shows anything.
    private static final Pattern LANGUAGE = Pattern.compile("assets/(?:en|nl)-[^/]+\\.js");
    private static final double KB = 1000;

    private final Report report;

    SizesFigure(Report report) {
        this.report = report;
    }

    void measure(Path product) throws IOException {
        Map<String, byte[]> files = files(product);
        byte[] page = files.get("index.html");
        byte[] widget = files.get("widget/loper.js");
        if (page == null || widget == null) {
            System.out.println("The front end is not in " + product + "; its sizes are left out.");
            return;
        }
        report.add("sizes.widget", "chat widget, gzip", gzip(widget) / KB, "KB");
        byte[] more = files.get("widget/more.js");
        if (more != null) {
            report.add("sizes.widget-more", "what the chat widget fetches when it is wanted, gzip", gzip(more) / KB,
                    "KB");
        }
        int named = LOADED.matcher(new String(page, StandardCharsets.UTF_8)).results().map(
                (MatchResult found) -> files.get(found.group(1))).filter(file -> file != null).mapToInt(
                        SizesFigure::gzip).sum();
        int language = files.entrySet().stream().filter(file -> LANGUAGE.matcher(file.getKey()).matches()).mapToInt(
                file -> gzip(file.getValue())).max().orElseThrow(() -> new IOException("There are no languages."));
        report.add("sizes.inbox", "inbox first load (scripts, styles, one language), gzip", (named + language) / KB,
                "KB");
    }

    private static Map<String, byte[]> files(Path product) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipFile jar = new ZipFile(product.toFile())) {
            ZipEntry front = jar.stream().filter(entry -> entry.getName().startsWith(
                    "BOOT-INF/lib/loper-frontend")).findFirst().map(ZipEntry.class::cast).orElseThrow(
                            () -> new IOException("There is no front end in " + product + "."));
            try (ZipInputStream entries = new ZipInputStream(
                    new ByteArrayInputStream(jar.getInputStream(front).readAllBytes()))) {
                for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                    if (entry.getName().startsWith(ROOT) && !entry.isDirectory()) {
                        files.put(entry.getName().substring(ROOT.length()), entries.readAllBytes());
                    }
                }
            }
        }
        return files;
    }

    private static int gzip(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return packed.size();
    }
}
