package dev.loper.journey;

import dev.loper.conversation.Erased;
import dev.loper.conversation.Remains;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.Removal;
import org.springframework.stereotype.Component;

/// What they did on our sites, and how far they were with invitations. Links to resume lead to steps, and so to nothing.
@Component
class StepRemains implements Remains {

    private final RedisKeys keys;

    StepRemains(RedisKeys keys) {
        this.keys = keys;
    }

    @Override
    public void of(Erased erased, Removal removal) {
        erased.visitors().forEach(visitor -> {
            removal.key(keys.steps(visitor.value()));
            removal.key(keys.stepOrder(visitor.value()));
            removal.key(keys.noSteps(visitor.value()));
            removal.key(keys.invited(visitor.value()));
            removal.timersOf(visitor.value());
        });
    }
}
