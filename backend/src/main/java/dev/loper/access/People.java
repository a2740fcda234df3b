package dev.loper.access;

import dev.loper.message.ChannelAddress;
import dev.loper.message.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The people who work here, wherever they are kept.
public interface People {

    Optional<Person> byId(PersonId id);

    /// @param email in any case
    Optional<Person> byEmail(String email);

    /// Who is at work here and takes calls at a number. Whoever has just changed theirs may be found by it, or not, for two
    /// seconds on other nodes.
    ///
    /// @param number in E.164 form
    Optional<Person> byNumber(String number);

    /// Who is at work here and has an address: signs in with it, or takes calls there. Such an address is no customer's.
    default Optional<Person> at(ChannelAddress address) {
        return switch (address) {
            case ChannelAddress.Email mail -> byEmail(mail.value()).filter(Person::active);
            case ChannelAddress.Phone phone -> byNumber(phone.value());
            case ChannelAddress.WhatsApp number -> byNumber(number.value());
            case ChannelAddress.Visitor visitor -> Optional.empty();
        };
    }

    /// Several in one trip; those unknown are left out.
    List<Person> byIds(Collection<PersonId> ids);

    /// Everybody, by name.
    List<Person> all();

    boolean none();

    /// Adds a person.
    CreateResult create(Person person);

    /// Adds the very first person, who holds the one-time link. Of two who try at once, one succeeds.
    CreateResult createFirst(Person person, String setupToken);

    /// Changes a person; the change is tried again on what another made of them in between.
    ChangeResult change(PersonId id, UnaryOperator<Person> change);

    /// How an addition ended.
    enum CreateResult {
        CREATED,
        EMAIL_TAKEN,
        /// The set-up link is wrong, too old or used.
        SETUP_REFUSED
    }

    /// How a change ended.
    sealed interface ChangeResult {
        record Changed(Person before, Person after) implements ChangeResult {}

        record Unknown() implements ChangeResult {}

        record EmailTaken() implements ChangeResult {}

        /// It would leave nobody to administer.
        record LastAdministrator() implements ChangeResult {}
    }
}
