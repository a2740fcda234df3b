package dev.loper.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/// A Lua script from the resources, named by the SHA-1 of its text.
///
/// Redis knows a script only by that name, so two versions of Loper running side by side never run each other's code,
/// and a primary that does not know it yet is simply told. A line `-- include: name` is replaced by that file.
///
/// @param name the resource's name below `redis/`, without `.lua`
/// @param text the script with its includes
/// @param sha  the SHA-1 Redis gives it
public record LuaScript(String name, String text, String sha) {

    private static final Pattern INCLUDE = Pattern.compile("(?m)^-- include: ([a-z-]+)$");

    /// Reads `redis/<name>.lua`.
    public static LuaScript load(String name) {
        String text = INCLUDE.matcher(read(name)).replaceAll(found -> Matcher.quoteReplacement(read(found.group(1))));
        return new LuaScript(name, text, sha1(text));
    }

    private static String read(String name) {
        try {
            return new ClassPathResource("redis/" + name + ".lua").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("redis/" + name + ".lua is not in the jar.", e);
        }
    }

    static String sha1(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
