package dev.loper.channel.twilio;

import com.twilio.base.ResourceSet;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.Message.Direction;
import com.twilio.rest.api.v2010.account.MessageReader;
import dev.loper.feed.Change;
import dev.loper.feed.Cursor;
import dev.loper.feed.FeedFollower;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Reads Twilio's message log every five minutes and takes in what no webhook brought: Twilio gives up on a webhook
/// after 15 s, so an outage longer than that would lose messages, and receipts too.
///
/// Each look goes back to 15 minutes before the last one of any node that worked, however long ago that is, the very first
/// to a day before; so looks overlap whatever fails, and a weekend without Loper loses nothing. A message that is there
/// already is a repeat, told by its sid. When the store is back after an outage, what was refused meanwhile is looked for at
/// once, and again when no webhook can bring it any more. Calls are not in that log; their numbers may be, as those of messages.
@Component
class TwilioReconciliation implements FeedFollower {

    private static final Duration OVERLAP = Duration.ofMinutes(15);
    private static final Duration FIRST_LOOK = Duration.ofDays(1);

    /// Repeats are recognised for 30 days; what is older could be taken in twice.
    private static final Duration FARTHEST = Duration.ofDays(29);

    /// Younger ones may still come by webhook.
    private static final Duration WEBHOOKS_TURN = Duration.ofMinutes(1);

    /// After which Twilio repeats a webhook no more.
    private static final Duration GIVEN_UP = Duration.ofSeconds(15);

    private static final Logger log = LoggerFactory.getLogger(TwilioReconciliation.class);

    private final TwilioAccounts accounts;
    private final TwilioMissed missed;
    private final TwilioStatuses statuses;
    private final RedisLogMarks marks;
    private final Clock clock;
    private final Set<AccountId> looking = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Instant another;

    TwilioReconciliation(TwilioAccounts accounts, TwilioMissed missed, TwilioStatuses statuses, RedisLogMarks marks,
            Clock clock) {
        this.accounts = accounts;
        this.missed = missed;
        this.statuses = statuses;
        this.marks = marks;
        this.clock = clock;
    }

    /// Begins a look at every account whose last one has ended; none waits for another.
    @Scheduled(fixedDelayString = "${loper.twilio.reconcile-every:5m}", initialDelayString = "${loper.twilio.reconcile-first-after:20s}")
    void begin() {
        for (TwilioAccount account : accounts.all()) {
            if (account.channel() != ChannelKind.VOICE && looking.add(account.id())) {
                Thread.ofVirtual().name("twilio-reconcile-" + account.id()).start(() -> look(account));
            }
        }
    }

    @Override
    public void changed(List<Change> changes, Cursor head) {
        // Nothing of it tells what did not come.
    }

    @Override
    public void restarted(Cursor head) {
        // Another life comes after an outage, or at the start.
    }

    @Override
    public void returned() {
        another = clock.instant().plus(WEBHOOKS_TURN).plus(GIVEN_UP);
        begin();
    }

    @Scheduled(fixedDelay = 5000)
    void beginAnother() {
        Instant due = another;
        if (due != null && !clock.instant().isBefore(due) && looking.isEmpty()) {
            another = null;
            begin();
        }
    }

    void look(TwilioAccount account) {
        try {
            Instant now = clock.instant();
            look(account, since(account, now), now.minus(WEBHOOKS_TURN));
            marks.set(account.id(), now);
        } catch (RuntimeException e) {
            log.warn("The message log of {} could not be reconciled; the next look goes back as far: {}", account.id(),
                    e.toString());
        } finally {
            looking.remove(account.id());
        }
    }

    private Instant since(TwilioAccount account, Instant now) {
        Instant since = marks.of(account.id()).map(last -> last.minus(OVERLAP)).orElse(now.minus(FIRST_LOOK));
        Instant farthest = now.minus(FARTHEST);
        if (since.isBefore(farthest)) {
            log.warn("The message log of {} was last read at {}; what came before {} is not taken in", account.id(),
                    since, farthest);
            return farthest;
        }
        return since;
    }

    private void look(TwilioAccount account, Instant since, Instant until) {
        for (Message message : inbound(account, since, until)) {
            missed.takeIn(account, message, made(message));
        }
        for (Message message : read(account, Message.reader().setFrom(account.sender()), since)) {
            if (message.getDirection() != Direction.INBOUND) {
                statuses.record(account, message.getSid(), String.valueOf(message.getStatus()), message.getErrorCode());
            }
        }
    }

    /// Oldest first, as they would have come; Twilio lists the newest first.
    private static List<Message> inbound(TwilioAccount account, Instant since, Instant until) {
        List<Message> found = new ArrayList<>();
        for (Message message : read(account, Message.reader().setTo(account.sender()), since)) {
            if (message.getDirection() == Direction.INBOUND && !made(message).isAfter(until)) {
                found.add(message);
            }
        }
        return found.reversed().stream().sorted(Comparator.comparing(TwilioReconciliation::made)).toList();
    }

    /// A message without a date is left to its webhook.
    private static Instant made(Message message) {
        Instant made = TwilioLog.made(message);
        return made == null ? Instant.MAX : made;
    }

    private static ResourceSet<Message> read(TwilioAccount account, MessageReader reader, Instant since) {
        return reader.setDateSentAfter(since.atZone(ZoneOffset.UTC)).setPageSize(500L).read(account.client());
    }
}
