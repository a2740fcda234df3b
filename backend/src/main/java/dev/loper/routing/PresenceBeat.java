package dev.loper.routing;

import dev.loper.access.PersonSeen;
import dev.loper.access.Screens;
import dev.loper.message.PersonId;
import dev.loper.redis.StoreUnavailableException;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Tells the store every few seconds who has a screen open on this node.
@Component
class PresenceBeat {

    private static final Logger log = LoggerFactory.getLogger(PresenceBeat.class);

    private final RedisPresences presences;
    private final ObjectProvider<Screens> screens;

    PresenceBeat(RedisPresences presences, ObjectProvider<Screens> screens) {
        this.presences = presences;
        this.screens = screens;
    }

    /// Also when there is nobody: somebody has to notice that the last one left.
    @Scheduled(fixedDelayString = "PT5S")
    void beat() {
        tell(screens.stream().findFirst().map(Screens::lastInputs).orElse(Map.of()));
    }

    /// Whoever comes, or comes back, need not wait for the next beat.
    @EventListener
    void seen(PersonSeen seen) {
        tell(Map.of(seen.person(), seen.at()));
    }

    private void tell(Map<PersonId, Instant> people) {
        try {
            presences.beat(people);
        } catch (StoreUnavailableException e) {
            log.debug("Redis is away; who is here is told later.", e);
        }
    }
}
