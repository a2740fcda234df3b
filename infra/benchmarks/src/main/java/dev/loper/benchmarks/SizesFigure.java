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

/// How much a visitor's and an agent's browser must fetch, compressed with gzip: read from the shipped jar.
final class SizesFigure {

    private static final String ROOT = "META-INF/resources/";
    private static final Pattern LOADED = Pattern.compile("(?:src|href)=\"/?([^\"]+\\.(?:js|css))\"");

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
        report.add("sizes.widget", "chat widget, gzip", gzip(widget) / 1000.0, "KB");
        double inbox = LOADED.matcher(new String(page, StandardCharsets.UTF_8)).results().map(
                (MatchResult found) -> files.get(found.group(1))).filter(file -> file != null).mapToInt(
                        SizesFigure::gzip).sum();
        report.add("sizes.inbox", "inbox first load (scripts and styles), gzip", inbox / 1000.0, "KB");
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
