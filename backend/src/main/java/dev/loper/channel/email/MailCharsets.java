package dev.loper.channel.email;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads bytes as text although mails lie about their charset: the declared one if it fits, else UTF-8 if it fits, else
/// Windows-1252, which fits everything. Latin 1 and ASCII are read as Windows-1252, as browsers do.
final class MailCharsets {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private static final Map<String, String> MISNOMERS = Map.of("utf8mb4", "utf-8", "unicode", "utf-8", "utf8", "utf-8",
            "ansi", "windows-1252", "iso-8859-8-i", "iso-8859-8", "ks_c_5601-1987", "ms949", "gb2312", "gbk");

    private MailCharsets() {}

    /// @param declared the charset the mail names, if it does
    static String decode(byte[] bytes, @Nullable String declared) {
        return Stream.of(named(declared), StandardCharsets.UTF_8).filter(Objects::nonNull).map(
                charset -> strictly(bytes, charset)).filter(Objects::nonNull).findFirst().orElseGet(
                        () -> new String(bytes, WINDOWS));
    }

    private static @Nullable Charset named(@Nullable String declared) {
        if (declared == null) {
            return null;
        }
        String name = declared.strip().replace("\"", "").toLowerCase(Locale.ROOT);
        try {
            Charset charset = Charset.forName(MISNOMERS.getOrDefault(name, name));
            boolean latin = List.of(StandardCharsets.ISO_8859_1, StandardCharsets.US_ASCII).contains(charset);
            return latin ? null : charset;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    private static @Nullable String strictly(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(
                    CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
