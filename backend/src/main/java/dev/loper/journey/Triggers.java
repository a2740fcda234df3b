package dev.loper.journey;

import dev.loper.channel.IntakeUnavailableException;
import dev.loper.channel.VisitorQueues;
import dev.loper.channel.VisitorQueues.Window;
import dev.loper.conversation.Topic;
import dev.loper.conversation.Topics;
import dev.loper.customer.Customers;
import dev.loper.customer.Identity;
import dev.loper.journey.RedisTriggers.Stands;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelAddress.Visitor;
import dev.loper.message.Level;
import dev.loper.redis.StoreUnavailableException;
import dev.loper.redis.Timer;
import dev.loper.redis.TimerEffect;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Invites visitors to chat where an administrator wanted it, and no more often than they can bear.
///
/// Each batch of steps tells which triggers hold; a timer looks again when one has held long enough. It invites nobody who
/// has an open matter with us, and nobody while their queue does not answer. The page asks for the invitation, and so must
/// still be there. Without consent there are no steps, so nothing of this happens; who takes it back is forgotten here, too.
@Component
class Triggers implements TimerEffect {

    private static final int LOOKED_AT = 10;
    /// Later than that no page looks again: the next step it sends tells it anew.
    private static final Duration FAR = Duration.ofHours(2);

    private final RedisTriggers store;
    private final RedisSteps steps;
    private final Customers customers;
    private final Topics topics;
    private final VisitorQueues queues;
    private final Clock clock;

    Triggers(RedisTriggers store, RedisSteps steps, Customers customers, Topics topics, VisitorQueues queues,
            Clock clock) {
        this.store = store;
        this.steps = steps;
        this.customers = customers;
        this.topics = topics;
        this.queues = queues;
        this.clock = clock;
    }

    /// What a page is told.
    ///
    /// @param ask    in how many seconds to ask again; none: not before the next step
    /// @param invite what to ask the visitor now
    record Told(@Nullable Long ask, @Nullable Invite invite) {

        static final Told NOTHING = new Told(null, null);
    }

    /// @param id to answer with
    record Invite(String id, Trigger.Text text) {}

    /// A visitor did something. @param account on whose page; none: a back end told it
    void stepped(Visitor visitor, @Nullable AccountId account) {
        List<Trigger> triggers = store.active();
        if (!triggers.isEmpty()) {
            store.hold(visitor, account, holding(triggers, visitor));
        }
    }

    /// What their page is to do.
    Told told(Visitor visitor) {
        List<Trigger> triggers = store.active();
        if (triggers.isEmpty()) {
            return Told.NOTHING;
        }
        return switch (store.show(visitor)) {
            case Stands.Nothing() -> Told.NOTHING;
            case Stands.Waits(Instant until) -> new Told(seconds(until), null);
            case Stands.Shown(String id, String offer) -> triggers.stream().filter(
                    trigger -> trigger.id().equals(id)).findFirst().map(trigger -> {
                        steps.invited(visitor, offer, trigger.name(), clock.instant(), customers.identity(visitor,
                                Level.OBSERVED).map(Identity::conversation).orElse(null));
                        return new Told(null, new Invite(offer, trigger.text()));
                    }).orElse(Told.NOTHING);
        };
    }

    void answered(Visitor visitor, String offer, String answer) {
        store.answer(visitor, offer, answer);
    }

    void forget(Visitor visitor) {
        store.forget(visitor);
    }

    @Override
    public String kind() {
        return RedisTriggers.TIMER;
    }

    @Override
    public void fire(Timer timer) {
        Visitor visitor = new Visitor(timer.id());
        List<Trigger> holding = holding(store.active(), visitor);
        boolean may = !holding.isEmpty() && free(visitor) && answering(visitor);
        store.fire(timer, may ? holding : List.of());
    }

    private List<Trigger> holding(List<Trigger> triggers, Visitor visitor) {
        List<Step> done = steps.of(visitor);
        return triggers.stream().filter(trigger -> trigger.holds(done)).toList();
    }

    /// Whether nothing of theirs is open with us.
    private boolean free(Visitor visitor) {
        return customers.identity(visitor, Level.OBSERVED).map(
                identity -> topics.newest(List.of(identity.conversation()), LOOKED_AT).getFirst().stream().noneMatch(
                        topic -> topic.status() != Topic.Status.RESOLVED)).orElse(true);
    }

    private boolean answering(Visitor visitor) {
        try {
            return store.account(visitor).map(account -> queues.of(List.of(new Window(account, visitor,
                    "nl"))).getFirst().open()).orElse(false);
        } catch (IntakeUnavailableException e) {
            throw new StoreUnavailableException("Nobody can say whether the queue answers.", e);
        }
    }

    private @Nullable Long seconds(Instant until) {
        Duration wait = Duration.between(clock.instant(), until);
        return wait.compareTo(FAR) > 0 ? null : Math.max(1, wait.toSeconds() + 1);
    }
}
