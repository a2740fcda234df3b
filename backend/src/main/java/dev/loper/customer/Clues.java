package dev.loper.customer;

import dev.loper.message.ChannelAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds what may tell who wrote a message: order numbers and a postcode. A clue is `<kind>:<value>`; it suggests, and never
/// joins anybody.
public final class Clues {

    /// An order number somebody named.
    public static final String ORDER = "order";
    /// A Dutch postcode somebody named: it counts only together with a name.
    public static final String POSTCODE = "postcode";
    /// An address somebody typed.
    public static final String CLAIM = "claim";
    /// An address somebody proved to be theirs, whose customer they could not be joined to.
    public static final String PROOF = "proof";

    /// An address somebody went on from by a handover, whose customer they could not be joined to.
    public static final String ARRIVAL = "arrival";

    private static final int LOOKED_AT = 4_000;
    private static final int AT_MOST = 5;
    /// A word for an order, and a number of four digits or more, as people write it: `order 4711-82`, `bestelnummer: WEB-20933`.
    private static final Pattern NUMBER = Pattern.compile(
            "\\b(?:order|orders|ordernummer|ordernr|bestelling|bestelnummer|bestelnr|factuur|factuurnummer|invoice)"
                    + "(?:\\s+(?:number|nummer|no|nr))?\\.?(?:\\s{1,2}(?:is|was|met|with|van|of|number|nummer)){0,2}\\s{0,2}[:#]?\\s{0,2}((?:[a-z]{1,5}-?)?\\d[\\d-]{3,19})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DUTCH_POSTCODE = Pattern.compile("\\b([1-9]\\d{3}) ?((?!SA|SD|SS)[A-Z]{2})\\b");

    private Clues() {}

    public static List<String> in(@Nullable String subject, String text) {
        String words = (subject == null ? "" : subject + "\n") + text;
        String looked = words.length() <= LOOKED_AT ? words : words.substring(0, LOOKED_AT);
        Set<String> found = new LinkedHashSet<>();
        Matcher number = NUMBER.matcher(looked);
        while (number.find() && found.size() < AT_MOST) {
            String value = number.group(1).replace("-", "").toUpperCase(Locale.ROOT);
            if (value.chars().filter(Character::isDigit).count() >= 4) {
                found.add(ORDER + ":" + value);
            }
        }
        Matcher postcode = DUTCH_POSTCODE.matcher(looked);
        if (postcode.find()) {
            found.add(POSTCODE + ":" + postcode.group(1) + postcode.group(2));
        }
        return new ArrayList<>(found);
    }

    /// The clue that somebody typed this address.
    public static String claim(ChannelAddress address) {
        return CLAIM + ":" + address.key();
    }

    /// The clue that somebody came from this address with what was given to somebody else.
    public static String arrival(ChannelAddress address) {
        return ARRIVAL + ":" + address.key();
    }

    /// The clue that somebody proved that they read this address.
    public static String proof(ChannelAddress address) {
        return PROOF + ":" + address.key();
    }
}
