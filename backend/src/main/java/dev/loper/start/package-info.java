/// What Loper says when it cannot start.
///
/// Each class turns one cause into a sentence of what is wrong and a sentence of what to do, in place of a stack trace;
/// `META-INF/spring.factories` names them to Spring Boot. A cause nobody foresaw still shows its stack trace.
@NullMarked
package dev.loper.start;

import org.jspecify.annotations.NullMarked;
