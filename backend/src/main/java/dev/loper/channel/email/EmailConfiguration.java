package dev.loper.channel.email;

import dev.loper.blob.BlobStore;
import dev.loper.channel.DeadLetters;
import dev.loper.channel.DeliveryReceipts;
import dev.loper.channel.Insiders;
import dev.loper.channel.Intake;
import java.time.Clock;
import dev.loper.organisation.QuestionAnswers;
import dev.loper.redis.Leases;
import java.time.Duration;
import javax.crypto.SecretKey;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.dsl.context.IntegrationFlowContext;

/// The parts of the email channel. It needs a secret key called `replyTokenKey`.
@Configuration
class EmailConfiguration {

    /// Half of it outlasts a wait for mail.
    private static final Duration MAILBOX = Duration.ofMinutes(3);

    @Bean
    OurMail ourMail(@Qualifier("replyTokenKey") SecretKey key) {
        return new OurMail(new HmacReplyTokens(key));
    }

    @Bean
    @ConditionalOnMissingBean
    MailboxLease mailboxLease(Leases leases) {
        return account -> leases.hold("mailbox-" + account, MAILBOX);
    }

    @Bean
    EmailIntake emailIntake(EmailSettings settings, OurMail ours, BlobStore blobs, Intake intake,
            DeliveryReceipts receipts, Insiders insiders, ObjectProvider<QuestionAnswers> answers, Clock clock) {
        return new EmailIntake(settings, ours, new MailReader(settings, blobs, ours), intake, receipts, insiders,
                answer -> answers.getIfAvailable(() -> nobody -> false).take(answer), clock);
    }

    @Bean
    EmailReplay emailReplay(EmailIntake intake) {
        return new EmailReplay(intake);
    }

    @Bean
    EmailFlows emailFlows(EmailSettings settings, EmailIntake intake, DeadLetters deadLetters, MailboxLease lease,
            IntegrationFlowContext flows) {
        return new EmailFlows(settings, intake, deadLetters, lease, flows, Duration.ofSeconds(1));
    }

    @Bean
    EmailPort emailPort(EmailSettings settings, OurMail ours, BlobStore blobs, Clock clock) {
        return new EmailPort(settings, new MailWriter(ours, blobs, clock), ours);
    }

    @Bean
    EmailCodes emailCodes(EmailSettings settings, Clock clock) {
        return new EmailCodes(settings, new PlainMail(clock));
    }

    @Bean
    EmailStaffMail emailStaffMail(EmailSettings settings, Clock clock) {
        return new EmailStaffMail(settings, new PlainMail(clock));
    }
}
