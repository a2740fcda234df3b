package dev.loper.access;

import dev.loper.message.PersonId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
        add("lotte", "Lotte Jansen", Role.AGENT, Set.of("nl", "en"), "+31612340001");
        add("fatima", "Fatima Aydin", Role.AGENT, Set.of("nl", "en", "tr"), "+31612340002");
        add("bram", "Bram Kuipers", Role.AGENT, Set.of("nl", "de"), "+31612340003");
        add("inge", "Inge Vermeer", Role.SUPERVISOR, Set.of("nl", "en"), null);
        add("noor", "Noor de Wit", Role.ADMINISTRATOR, Set.of("nl", "en"), null);
    }

    /// Somebody who is there already stays as they are.
    private void add(String id, String name, Role role, Set<String> speaks, @Nullable String phone) {
        people.create(Person.fresh(new PersonId(id), name, id + "@loper.test", DemoPassword.HASH, Set.of(role),
                "en").withWork(Work.UNKNOWN.speaking(speaks).reachedAt(phone)));
    }
}
