package dev.loper.channel.email;

import dev.loper.access.StaffMail.Outcome;
import dev.loper.channel.CodeMail;
import dev.loper.message.ChannelAddress;
import java.util.Comparator;
import java.util.Map;

/// Mails one-time codes, from a mailbox of the brand whose chat was asked for one.
final class EmailCodes implements CodeMail {

    private final EmailSettings settings;
    private final PlainMail mail;

    EmailCodes(EmailSettings settings, PlainMail mail) {
        this.settings = settings;
        this.mail = mail;
    }

    @Override
    public boolean send(ChannelAddress.Email to, String subject, String text, String brand) {
        return settings.accounts().entrySet().stream().filter(
                account -> account.getValue().as(account.getKey()).speaksFor(brand)).min(
                        Comparator.comparing((
                                Map.Entry<String, EmailSettings.Account> account) -> !account.getValue().brand().equals(
                                        brand)).thenComparing(Map.Entry::getKey)).map(
                                                account -> mail.send(account.getValue(), to.value(), "", subject,
                                                        text)).filter(
                                                                Outcome.Sent.class::isInstance).isPresent();
    }
}
