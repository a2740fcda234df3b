package dev.loper.fact;

import com.google.re2j.Pattern;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// What somebody told by filling in a field on a site: the field's name says which kind it is, of those there always are and of
/// those an administrator defined.
@Component
public class FieldFacts {

    /// A field's name, without case and signs → the kind of fact.
    private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("postcode", "postcode"), Map.entry("zip",
            "postcode"), Map.entry("zipcode", "postcode"), Map.entry("postalcode", "postcode"),
            Map.entry("email",
                    "email"),
            Map.entry("emailaddress", "email"), Map.entry("emailadres", "email"), Map.entry("mail", "email"),
            Map.entry("phone", "phone"), Map.entry("phonenumber", "phone"), Map.entry("tel", "phone"), Map.entry(
                    "telefoon", "phone"),
            Map.entry("telefoonnummer", "phone"), Map.entry("name", "name"), Map.entry("fullname", "name"), Map.entry(
                    "naam", "name"),
            Map.entry("ordernumber", "order-number"), Map.entry("ordernummer", "order-number"), Map.entry(
                    "bestelnummer", "order-number"));

    private final FactKinds kinds;

    FieldFacts(FactKinds kinds) {
        this.kinds = kinds;
    }

    /// @param field what it is called
    /// @param value what stood in it
    public Optional<Fact> of(String field, String value, Instant at) {
        String name = plain(field);
        String said = value.strip();
        if (said.contains("…") || said.length() > 200) {
            return Optional.empty();
        }
        String builtIn = NAMES.get(name);
        return builtIn == null
                ? kinds.defined().stream().filter(kind -> called(kind, name)).findFirst().flatMap(
                        kind -> value(kind, said).map(found -> fact(kind.id(), found, at)))
                : Optional.of(said).filter(whole -> whole(builtIn, whole)).map(found -> fact(builtIn, found, at));
    }

    private static boolean called(FactKind kind, String name) {
        return !name.isEmpty() && Stream.of(kind.id(), kind.name().nl(), kind.name().en()).anyMatch(
                one -> plain(one).equals(name));
    }

    /// Of a kind with a pattern only what that finds.
    private static Optional<String> value(FactKind kind, String said) {
        Pattern pattern = kind.pattern();
        if (pattern == null) {
            return Optional.of(said).filter(one -> one.length() >= 2);
        }
        List<FactFinder.Place> places = FactFinder.places(pattern, said);
        return places.stream().findFirst().map(place -> said.substring(place.from(), place.to()).strip());
    }

    /// Half a postcode is what it looks like while it is being typed.
    private static boolean whole(String kind, String said) {
        return switch (kind) {
            case "postcode" -> said.length() >= 4;
            case "email" -> said.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
            case "phone" -> said.replaceAll("[^0-9]", "").length() >= 8;
            default -> said.length() >= 2;
        };
    }

    private static Fact fact(String kind, String value, Instant at) {
        return new Fact(kind, value, Fact.State.SAID, null, null, "web", at, null);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
