/// What every HTTP answer shares: problem details, security headers, the correlation id, the app's files.
///
/// A refused request throws a [ProblemException] and is answered here, in one form, by one mapper. Nothing here knows
/// what a message or a person is.
@NullMarked
package dev.loper.web;

import org.jspecify.annotations.NullMarked;
