package dev.loper.channel.twilio;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import dev.loper.channel.OutboundMessage;
import dev.loper.channel.SendResult;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/// Sends an answer through Twilio, once, and says how that ended.
@Component
public class TwilioSender {

    private final TwilioAccounts accounts;
    private final MediaLinks links;
    private final TwilioSettlement settlement;

    TwilioSender(TwilioAccounts accounts, MediaLinks links, TwilioSettlement settlement) {
        this.accounts = accounts;
        this.links = links;
        this.settlement = settlement;
    }

    /// @param to the customer's address as Twilio writes it
    public SendResult send(OutboundMessage message, String to) {
        TwilioAccount account = accounts.find(message.account());
        if (account == null) {
            return accountGone(message);
        }
        try {
            return TwilioOutcomes.of(creator(account, message, to).create(account.client()));
        } catch (TwilioUnavailableException e) {
            return TwilioOutcomes.of(e);
        } catch (ApiException e) {
            return TwilioOutcomes.of(e);
        } catch (RuntimeException e) {
            return new SendResult.Unconfirmed("Twilio's answer could not be read: " + e.getMessage());
        }
    }

    /// Sends a text that is no answer and is part of no conversation. Nobody asks later what became of it.
    ///
    /// @return whether Twilio took it
    public boolean sendOnce(TwilioAccount account, String to, String text) {
        PhoneNumber customer = new PhoneNumber(to);
        String service = account.messagingService();
        MessageCreator creator = service == null
                ? Message.creator(customer, new PhoneNumber(account.sender()), text)
                : Message.creator(customer, service, text);
        try {
            return TwilioOutcomes.of(creator.create(account.client())) instanceof SendResult.Sent;
        } catch (ApiException | TwilioUnavailableException e) {
            return false;
        }
    }

    /// @param to    the customer's address as Twilio writes it
    /// @param since when the attempt was marked
    public SendResult settle(OutboundMessage message, String to, Instant since) {
        TwilioAccount account = accounts.find(message.account());
        return account == null ? accountGone(message) : settlement.settle(account, message, to, since);
    }

    private MessageCreator creator(TwilioAccount account, OutboundMessage message, String to) {
        PhoneNumber customer = new PhoneNumber(to);
        String service = account.messagingService();
        MessageCreator creator = service == null
                ? Message.creator(customer, new PhoneNumber(account.sender()), message.text())
                : Message.creator(customer, service, message.text());
        List<URI> files = message.attachments().stream().map(file -> links.make(account, file)).toList();
        if (!files.isEmpty()) {
            creator.setMediaUrl(files);
        }
        return creator.setStatusCallback(URI.create(account.statusCallback()));
    }

    private static SendResult accountGone(OutboundMessage message) {
        return new SendResult.Failed("The account " + message.account()
                + " is no longer set up: answer on another channel.");
    }
}
