package dev.loper.web;

import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;

/// The place after which a page begins, as the page before gave it. Whoever sends it back need not understand it, and must
/// not invent it: taking nonsense for the first page would have a reader begin again without end.
public final class PageCursor {

    private PageCursor() {}

    /// @param field the parameter it came in
    /// @param form  what the cursors of this list look like
    /// @throws ProblemException 400 if this is none of them
    public static String check(String field, String cursor, Pattern form) {
        if (!form.matcher(cursor).matches()) {
            throw new ProblemException("unknown-cursor", HttpStatus.BAD_REQUEST,
                    "“" + field + "” is no place in this list. Take it from the page before, or leave it out to begin.",
                    Map.of("field", field));
        }
        return cursor;
    }
}
