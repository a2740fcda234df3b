package dev.loper.access;

import dev.loper.message.PersonId;
import java.time.Instant;
import java.util.Set;

/// Somebody who was asked to work here and has not come in yet.
///
/// @param id       the id they will have as a person
/// @param email    the address they will sign in with, in lower case
/// @param language of the mail and of their screen: `en` or `nl`
/// @param speaks   the languages they answer customers in
/// @param queues   where they will work, and what they will be there
/// @param by       who asked them
/// @param sent     when the link of the moment was made
/// @param expires  until when it is good
record Invitation(PersonId id, String name, String email, Set<Role> roles, String language, Set<String> speaks,
        Queues queues, PersonId by, Instant sent, Instant expires) {

    Invitation {
        roles = Set.copyOf(roles);
        speaks = Set.copyOf(speaks);
    }

    boolean expired(Instant now) {
        return !now.isBefore(expires);
    }

    /// The same invitation with a link that is good from now on.
    Invitation again(PersonId sender, Instant now, Instant until) {
        return new Invitation(id, name, email, roles, language, speaks, queues, sender, now, until);
    }

    /// The person they become.
    Person person(String chosenName, String passwordHash, String chosenLanguage) {
        return Person.fresh(id, chosenName, email, passwordHash, roles, chosenLanguage).withWork(
                Work.UNKNOWN.speaking(speaks)).withQueues(queues);
    }
}
