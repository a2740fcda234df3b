package dev.loper.access;

import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// The demo's fixed API token, which acts as its administrator. It is stored nowhere, so it ends with the profile.
@Component
@Profile("demo")
class DemoToken {

    private static final String TOKEN = "loper_demo";

    private final People people;

    DemoToken(People people) {
        this.people = people;
    }

    Optional<Person> personOf(String token) {
        return Secrets.same(token, TOKEN) ? people.byEmail(DemoPeople.ADMINISTRATOR) : Optional.empty();
    }
}
