package dev.loper.visitor;

import dev.loper.channel.Insiders;
import dev.loper.channel.IntakeUnavailableException;
import dev.loper.channel.VisitorDetails;
import dev.loper.customer.CustomerDetails;
import dev.loper.customer.Customers;
import dev.loper.customer.Identity;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelAddress;
import dev.loper.message.Level;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisStore;
import dev.loper.redis.StoreUnavailableException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Keeps what visitors type: with their customer, or until there is one.
@Component
class RedisVisitorDetails implements VisitorDetails {

    private static final Duration KEPT = Duration.ofDays(30);

    private final RedisStore store;
    private final RedisKeys keys;
    private final Customers customers;
    private final CustomerDetails details;
    private final ObjectProvider<Insiders> insiders;

    RedisVisitorDetails(RedisStore store, RedisKeys keys, Customers customers, CustomerDetails details,
            ObjectProvider<Insiders> insiders) {
        this.insiders = insiders;
        this.store = store;
        this.keys = keys;
        this.customers = customers;
        this.details = details;
    }

    @Override
    public void claim(AccountId account, ChannelAddress.Visitor visitor, Claim claim) {
        try {
            keep(visitor, claim);
            customers.identity(visitor, Level.OBSERVED).ifPresent(identity -> give(visitor, identity));
        } catch (StoreUnavailableException e) {
            throw new IntakeUnavailableException("The store is away.", e);
        }
    }

    @Override
    public Optional<String> name(ChannelAddress.Visitor visitor) {
        try {
            return Optional.ofNullable(store.with(redis -> redis.hget(keys.visitor(visitor.value()), "name")));
        } catch (StoreUnavailableException e) {
            throw new IntakeUnavailableException("The store is away.", e);
        }
    }

    /// Gives what a visitor typed before their first message to the customer they have become.
    void give(ChannelAddress.Visitor visitor, Identity identity) {
        Map<String, String> typed = store.with(redis -> redis.hgetAll(keys.visitor(visitor.value())));
        // Every claim has a language.
        String language = typed.get("language");
        if (language != null) {
            details.told(identity, typed.get("name"), mail(typed.get("email")), language);
        }
    }

    /// Anybody can type an address of our own: that is no customer's.
    private ChannelAddress.@Nullable Email mail(@Nullable String typed) {
        ChannelAddress.Email mail = typed == null ? null : new ChannelAddress.Email(typed);
        return mail != null && insiders.stream().noneMatch(known -> known.ours(mail)) ? mail : null;
    }

    private void keep(ChannelAddress.Visitor visitor, Claim claim) {
        Map<String, String> typed = new HashMap<>();
        put(typed, "name", claim.name());
        put(typed, "email", claim.email() == null ? null : claim.email().value());
        put(typed, "language", claim.language());
        store.with(redis -> {
            redis.hset(keys.visitor(visitor.value()), typed);
            return redis.expire(keys.visitor(visitor.value()), KEPT.toSeconds());
        });
    }

    private static void put(Map<String, String> typed, String field, @Nullable String value) {
        if (value != null) {
            typed.put(field, value);
        }
    }
}
