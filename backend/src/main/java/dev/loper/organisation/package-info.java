/// How the organisation is divided: teams of people, and departments that have no seat here.
///
/// A team groups people who work here. A department (the warehouse, finance) answers questions by mail; it has a name and
/// an address, and nobody of it signs in. What they are asked goes out by [QuestionMail], and comes back to [QuestionAnswers].
@NullMarked
package dev.loper.organisation;

import org.jspecify.annotations.NullMarked;
