package dev.loper.channel.twilio;

import com.twilio.base.ResourceSet;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.Message.Direction;
import com.twilio.rest.api.v2010.account.MessageReader;
import dev.loper.message.AccountId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Reads Twilio's message log every five minutes and takes in what no webhook brought: Twilio gives up on a webhook
/// after 15 s, so an outage longer than that would lose messages, and receipts too.
///
/// Each look goes back to 15 minutes before the last one that worked, the first to a day before the start, so that
/// looks overlap whatever fails. A message that is there already is a repeat, told by its sid.
@Component
class TwilioReconciliation {

    private static final Duration OVERLAP = Duration.ofMinutes(15);
    private static final Duration FIRST_LOOK = Duration.ofDays(1);

    /// Younger ones may still come by webhook.
    private static final Duration WEBHOOKS_TURN = Duration.ofMinutes(1);
    private static final Logger log = LoggerFactory.getLogger(TwilioReconciliation.class);

    private final TwilioAccounts accounts;
    private final TwilioMissed missed;
    private final TwilioStatuses statuses;
    private final Clock clock;
    private final Map<AccountId, Instant> looked = new ConcurrentHashMap<>();
    private final Set<AccountId> looking = ConcurrentHashMap.newKeySet();

    TwilioReconciliation(TwilioAccounts accounts, TwilioMissed missed, TwilioStatuses statuses, Clock clock) {
        this.accounts = accounts;
        this.missed = missed;
        this.statuses = statuses;
        this.clock = clock;
    }

    /// Begins a look at every account whose last one has ended; none waits for another.
    @Scheduled(fixedDelayString = "${loper.twilio.reconcile-every:5m}", initialDelayString = "${loper.twilio.reconcile-first-after:20s}")
    void begin() {
        for (TwilioAccount account : accounts.all()) {
            if (looking.add(account.id())) {
                Thread.ofVirtual().name("twilio-reconcile-" + account.id()).start(() -> look(account));
            }
        }
    }

    void look(TwilioAccount account) {
        try {
            Instant now = clock.instant();
            Instant last = looked.getOrDefault(account.id(), now.minus(FIRST_LOOK).plus(OVERLAP));
            look(account, last.minus(OVERLAP), now.minus(WEBHOOKS_TURN));
            looked.put(account.id(), now);
        } catch (RuntimeException e) {
            log.warn("The message log of {} could not be reconciled; the next look goes back as far: {}", account.id(),
                    e.toString());
        } finally {
            looking.remove(account.id());
        }
    }

    private void look(TwilioAccount account, Instant since, Instant until) {
        for (Message message : read(account, Message.reader().setTo(account.sender()), since)) {
            Instant made = TwilioLog.made(message);
            if (message.getDirection() == Direction.INBOUND && made != null && !made.isAfter(until)) {
                missed.takeIn(account, message, made);
            }
        }
        for (Message message : read(account, Message.reader().setFrom(account.sender()), since)) {
            if (message.getDirection() != Direction.INBOUND) {
                statuses.record(account, message.getSid(), String.valueOf(message.getStatus()), message.getErrorCode());
            }
        }
    }

    private static ResourceSet<Message> read(TwilioAccount account, MessageReader reader, Instant since) {
        return reader.setDateSentAfter(since.atZone(ZoneOffset.UTC)).setPageSize(500L).read(account.client());
    }

    /// Lets the looks happen.
    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    static class Scheduling {}
}
