package dev.loper.channel.email;

import dev.loper.channel.DeadLetters;
import dev.loper.message.AccountId;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.integration.context.IntegrationContextUtils;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.dsl.context.IntegrationFlowContext;
import org.springframework.integration.dsl.context.IntegrationFlowContext.IntegrationFlowRegistration;
import org.springframework.integration.mail.dsl.Mail;

/// One flow for each mailbox: IMAP IDLE → the mailbox's own handler. A broken line is tried again for ever.
final class EmailFlows implements SmartLifecycle {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final EmailSettings settings;
    private final EmailIntake intake;
    private final DeadLetters deadLetters;
    private final MailboxLease lease;
    private final IntegrationFlowContext flows;
    private final Duration firstPause;
    private final List<IntegrationFlowRegistration> registered = new ArrayList<>();

    /// @param firstPause how long to wait after a first failure
    EmailFlows(EmailSettings settings, EmailIntake intake, DeadLetters deadLetters, MailboxLease lease,
            IntegrationFlowContext flows, Duration firstPause) {
        this.settings = settings;
        this.intake = intake;
        this.deadLetters = deadLetters;
        this.lease = lease;
        this.flows = flows;
        this.firstPause = firstPause;
    }

    @Override
    public void start() {
        settings.accounts().forEach((id, account) -> registered.add(
                flows.registration(flow(new AccountId(id), account.imap())).id("email." + id).register()));
    }

    @Override
    public void stop() {
        registered.forEach(IntegrationFlowRegistration::destroy);
        registered.clear();
    }

    @Override
    public boolean isRunning() {
        return !registered.isEmpty();
    }

    private IntegrationFlow flow(AccountId account, EmailSettings.Imap imap) {
        Pace pace = new Pace(firstPause, LONGEST_PAUSE);
        Mailbox mailbox = new Mailbox(account, intake, deadLetters, lease, pace);
        return IntegrationFlow.from(Mail.imapIdleAdapter(new MailboxReceiver(account, imap, lease, pace)).id(
                "email." + account + ".idle").shouldReconnectAutomatically(true).reconnectDelay(
                        firstPause.multipliedBy(5).toMillis()).taskExecutor(
                                new VirtualThreadTaskExecutor("email." + account)).errorChannel(
                                        IntegrationContextUtils.ERROR_CHANNEL_BEAN_NAME)).handle(
                                                mail -> mailbox.take((MimeMessage) mail.getPayload()),
                                                endpoint -> endpoint.id("email." + account + ".take")).get();
    }
}
