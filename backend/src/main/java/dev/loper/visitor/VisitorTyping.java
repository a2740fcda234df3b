package dev.loper.visitor;

import dev.loper.channel.ChatTyping;
import dev.loper.channel.Typing;
import dev.loper.customer.Customers;
import dev.loper.customer.Identity;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelAddress;
import dev.loper.message.Level;
import dev.loper.push.CustomerPresence;
import dev.loper.redis.StoreUnavailableException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Tells the agents' screens that a visitor types. One who never wrote is in nobody's list, and told to nobody.
@Component
class VisitorTyping implements ChatTyping {

    private static final Logger log = LoggerFactory.getLogger(VisitorTyping.class);

    private final Customers customers;
    private final CustomerPresence presence;

    VisitorTyping(Customers customers, CustomerPresence presence) {
        this.customers = customers;
        this.presence = presence;
    }

    @Override
    public void visitorTyping(AccountId account, ChannelAddress.Visitor visitor, Typing typing) {
        try {
            customers.identity(visitor, Level.OBSERVED).ifPresent(identity -> tell(identity, typing));
        } catch (StoreUnavailableException e) {
            log.debug("Redis is away; typing is not told.", e);
        }
    }

    private void tell(Identity identity, Typing typing) {
        String name = customers.names(List.of(identity.customer())).getOrDefault(identity.customer(), "");
        presence.customerTyping(identity.conversation(), identity.customer(), name, typing);
    }
}
