package dev.loper.journey;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What is never recorded, whatever a page sends: passwords, card numbers and their codes, bank accounts, one-time codes.
///
/// The snippet leaves these out already; this is the second wall, on the server, before anything is kept. It goes by what a
/// field is called ([SecretNames]) and by what is in it ([SecretWords], [SecretNumbers]), in names, values, keys and addresses
/// alike, also where a secret was cut into pieces. When in doubt it leaves out.
final class NeverRecord {

    private static final int KEYS = 40;
    private static final int ITEMS = 40;
    private static final int DEPTH = 4;
    private static final int TEXT = 200;
    /// Signs of all that is kept of one step, keys included: whoever looks at a customer reads all their steps.
    private static final int ALL = 6_000;
    /// A code is typed into so many boxes of one sign, at least.
    private static final int BOXES = 6;

    private static final Set<String> NAME_KEYS = Set.of("name", "field", "key", "id", "label", "type", "autocomplete",
            "title", "question", "k", "n");
    private static final Set<String> VALUE_KEYS = Set.of("value", "val", "content", "text", "answer", "data", "input",
            "entered", "v");
    /// Digits as they stand on a card, one group a box.
    private static final Pattern GROUPED = Pattern.compile(
            "(?<![^ ])(?=([2-6][0-9]{3}(?: [0-9]{4}){3}|3[47][0-9]{2} [0-9]{6} [0-9]{5}|[2-6](?: [0-9]){12,18})(?: |$))");
    private static final Pattern WORDS = Pattern.compile("[a-z]{2,20}(?:-[a-z]{2,20})*");

    private int left = ALL;

    private NeverRecord() {}

    /// Words without what must not be kept, and no more of them than is useful.
    static String clean(String words) {
        String said = SecretWords.clean(words);
        return said.length() <= TEXT ? said : said.substring(0, said.offsetByCodePoints(0, TEXT / 2));
    }

    /// The page an address names: without query, fragment and credentials, and without path parts that look like secrets.
    static @Nullable String address(@Nullable String url) {
        if (url == null || url.length() > 2000) {
            return null;
        }
        try {
            URI uri = new URI(url.replaceFirst("(?s)[?#].*", ""));
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (!web || uri.getHost() == null) {
                return null;
            }
            StringBuilder path = new StringBuilder();
            String before = "";
            for (String part : (uri.getPath() == null ? "" : uri.getPath()).split("/", -1)) {
                path.append(path.isEmpty() && part.isEmpty() && path.length() == 0 ? "" : "/").append(part(before,
                        part));
                before = part;
            }
            String whole = path.toString().startsWith("/") ? path.toString() : "/" + path;
            return new URI(uri.getScheme(), null, uri.getHost(), uri.getPort(), whole.replaceAll("^/+", "/"), null,
                    null).toASCIIString();
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static String part(String before, String part) {
        boolean named = SecretNames.has(before) && !WORDS.matcher(part).matches() && !part.isEmpty();
        return named || token(part) || part.contains("@") || part.contains(";") || clean(part).contains(
                SecretWords.HIDDEN) ? "-" : part;
    }

    /// What a machine made up: letters and digits mixed, longer than people name anything.
    private static boolean token(String part) {
        boolean digit = part.chars().anyMatch(Character::isDigit);
        boolean lower = part.chars().anyMatch(Character::isLowerCase);
        boolean upper = part.chars().anyMatch(Character::isUpperCase);
        return digit && (part.length() > 32 || part.length() >= 20 && lower && upper
                || (lower || upper) && List.of(part.split("[-_.~]")).stream().anyMatch(
                        word -> word.length() >= 12 && mixed(word)));
    }

    private static boolean mixed(String word) {
        return word.chars().anyMatch(Character::isDigit) && word.chars().anyMatch(Character::isLetter);
    }

    /// Data without what must not be kept, and not more of it than is useful: nothing at all where a card's number lies in it in
    /// pieces.
    static ObjectNode data(@Nullable JsonNode data) {
        if (!(data instanceof ObjectNode object) || inPieces(object)) {
            return JsonNodeFactory.instance.objectNode();
        }
        return new NeverRecord().object(object, 0);
    }

    /// A number cut into pieces, over fields and objects, is still that number.
    private static boolean inPieces(ObjectNode data) {
        List<String> leaves = new ArrayList<>();
        leaves(data, leaves);
        String all = leaves.stream().map(leaf -> leaf.matches("[0-9]{1,6}") ? leaf : "|").collect(Collectors.joining(
                " "));
        return GROUPED.matcher(all).results().anyMatch(found -> SecretNumbers.luhn(found.group(1).replace(" ", "")));
    }

    private static void leaves(JsonNode node, List<String> into) {
        if (node.isValueNode()) {
            into.add(node.asString("").strip());
        } else {
            node.forEach(child -> leaves(child, into));
        }
    }

    private ObjectNode object(ObjectNode from, int depth) {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        if (labelled(from)) {
            return kept;
        }
        boolean boxes = from.properties().stream().filter(field -> field.getValue().asString("").strip().matches(
                "[0-9a-zA-Z]")).count() >= BOXES;
        for (Map.Entry<String, JsonNode> field : from.properties()) {
            boolean box = boxes && field.getValue().asString("").strip().length() == 1;
            if (kept.size() < KEYS && !box && named(field.getKey())) {
                JsonNode value = value(field.getValue(), depth + 1);
                if (value != null && room(field.getKey().length())) {
                    kept.set(field.getKey(), value);
                }
            }
        }
        return kept;
    }

    /// `{"name": "cvc", "value": "123"}`: the secret's name stands in a value.
    private static boolean labelled(ObjectNode object) {
        return VALUE_KEYS.stream().anyMatch(object::has) && NAME_KEYS.stream().map(object::get).anyMatch(
                name -> name != null && name.isString() && SecretNames.has(name.asString()));
    }

    private static boolean named(String key) {
        return key.length() <= 60 && !SecretNames.has(key) && clean(key).equals(key.strip());
    }

    private @Nullable JsonNode value(JsonNode value, int depth) {
        if (value.isString() || value.isNumber()) {
            String text = clean(value.asString());
            if (!room(text.length())) {
                return null;
            }
            return value.isString() || text.equals(SecretWords.HIDDEN)
                    ? JsonNodeFactory.instance.stringNode(text)
                    : value;
        }
        if (value.isBoolean()) {
            return value;
        }
        if (depth >= DEPTH) {
            return null;
        }
        return switch (value) {
            case ObjectNode object -> object(object, depth);
            case ArrayNode array -> array(array, depth);
            default -> null;
        };
    }

    private @Nullable JsonNode array(ArrayNode from, int depth) {
        StringBuilder whole = new StringBuilder();
        from.forEach(item -> whole.append(item.isValueNode() ? item.asString() : "").append(' '));
        if (clean(whole.toString()).equals(SecretWords.HIDDEN)) {
            return null;
        }
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        String before = "";
        for (JsonNode item : from) {
            // A form's entries, as pages hand them on: ["cvc", "123"].
            JsonNode value = kept.size() >= ITEMS
                    ? null
                    : SecretNames.has(before)
                            ? JsonNodeFactory.instance.stringNode(SecretWords.HIDDEN)
                            : value(item, depth + 1);
            if (value != null) {
                kept.add(value);
            }
            before = item.isString() && item.asString().matches("\\S{1,40}(?: \\S{1,40})?") ? item.asString() : "";
        }
        return kept;
    }

    private boolean room(int signs) {
        left -= signs;
        return left >= 0;
    }
}
