package dev.loper.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.HttpStatus;

/// Says in the API's description that an endpoint may refuse with a problem of its own. What whole kinds of endpoints
/// refuse, for want of a sign-in or of what was asked for, is described by [ApiProblems].
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Refuses.All.class)
public @interface Refuses {

    HttpStatus status();

    /// The problem's `type`.
    String type();

    /// When it is refused: half a sentence.
    String when();

    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface All {

        Refuses[] value();
    }
}
