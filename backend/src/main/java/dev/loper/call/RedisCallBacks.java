package dev.loper.call;

import dev.loper.channel.CallBacks;
import dev.loper.channel.Insiders;
import dev.loper.channel.IntakeUnavailableException;
import dev.loper.conversation.Timeline;
import dev.loper.customer.CustomerDetails;
import dev.loper.customer.Customers;
import dev.loper.customer.Identity;
import dev.loper.message.ChannelAddress;
import dev.loper.message.EntryId;
import dev.loper.message.Level;
import dev.loper.redis.StoreUnavailableException;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Keeps who asked to be called: their number as a claim of theirs, their matter marked until they were reached, or it is
/// resolved. An answer in writing does not end it.
@Component
class RedisCallBacks implements CallBacks {

    private final Customers customers;
    private final CustomerDetails details;
    private final Timeline timeline;
    private final CallScript script;
    private final ObjectProvider<Insiders> insiders;

    RedisCallBacks(Customers customers, CustomerDetails details, Timeline timeline, CallScript script,
            ObjectProvider<Insiders> insiders) {
        this.insiders = insiders;
        this.customers = customers;
        this.details = details;
        this.timeline = timeline;
        this.script = script;
    }

    @Override
    public Optional<ChannelAddress.Phone> number(String typed) {
        return Callable.read(typed).map(ChannelAddress.Phone::new);
    }

    @Override
    public void ask(ChannelAddress.Visitor visitor, EntryId message, ChannelAddress.Phone number) {
        try {
            customers.identity(visitor, Level.OBSERVED).ifPresent(whoever -> ask(whoever, message, number));
        } catch (StoreUnavailableException e) {
            throw new IntakeUnavailableException("The store is away.", e);
        }
    }

    private void ask(Identity whoever, EntryId message, ChannelAddress.Phone number) {
        // Anybody can type a number of our own: that is no customer's.
        if (insiders.stream().noneMatch(known -> known.ours(number))) {
            details.told(whoever, null, number, null);
        }
        timeline.find(whoever.home(), message).ifPresent(entry -> script.run(entry, "ask"));
    }
}
