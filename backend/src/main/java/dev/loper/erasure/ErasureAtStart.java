package dev.loper.erasure;

import dev.loper.access.Audit;
import dev.loper.redis.StoreUnavailableException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Erases again whom a backup brought back, and whom a node that died was about to.
@Component
class ErasureAtStart {

    private static final Logger LOG = LoggerFactory.getLogger(ErasureAtStart.class);

    private final ErasedBefore before;
    private final Erasure erasure;
    private final Audit audit;

    ErasureAtStart(ErasedBefore before, Erasure erasure, Audit audit) {
        this.before = before;
        this.erasure = erasure;
        this.audit = audit;
    }

    @EventListener(ApplicationReadyEvent.class)
    void again() {
        try {
            before.all().stream().filter(erasure::erase).forEach(customer -> {
                LOG.info("Customer {} was there again, and is erased again.", customer);
                audit.record(Audit.SYSTEM, "customer-erased", customer.value(), Map.of("why", "restored"));
            });
        } catch (StoreUnavailableException e) {
            LOG.warn("Redis is away: whom a backup may have brought back is looked for at the next start.", e);
        }
    }
}
