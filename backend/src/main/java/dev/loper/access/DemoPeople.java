package dev.loper.access;

import dev.loper.message.PersonId;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The people of the demo, added at its first start.
@Component
@Profile("demo")
@Order(0)
class DemoPeople implements ApplicationRunner {

    static final String ADMINISTRATOR = "noor@loper.test";

    private final People people;

    DemoPeople(People people) {
        this.people = people;
    }

    @Override
    public void run(ApplicationArguments args) {
        add("lotte", "Lotte Jansen", Role.AGENT);
        add("fatima", "Fatima Aydin", Role.AGENT);
        add("bram", "Bram Kuipers", Role.AGENT);
        add("inge", "Inge Vermeer", Role.SUPERVISOR);
        add("noor", "Noor de Wit", Role.ADMINISTRATOR);
    }

    /// Somebody who is there already stays as they are.
    private void add(String id, String name, Role role) {
        people.create(new Person(new PersonId(id), name, id + "@loper.test", DemoPassword.HASH, Set.of(role), "en",
                true, 0));
    }
}
