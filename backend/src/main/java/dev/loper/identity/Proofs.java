package dev.loper.identity;

import dev.loper.conversation.RandomIds;
import dev.loper.customer.Clues;
import dev.loper.customer.Customer;
import dev.loper.customer.CustomerDetails;
import dev.loper.customer.Customers;
import dev.loper.customer.Identity;
import dev.loper.message.Author;
import dev.loper.message.ChannelAddress;
import dev.loper.message.Level;
import dev.loper.redis.LuaScript;
import dev.loper.redis.RedisJson;
import dev.loper.redis.RedisKeys;
import dev.loper.redis.RedisKeys.Family;
import dev.loper.redis.RedisStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Draws the consequence of a proof: the visitor who gave it and whoever has the address are one customer, joined by an
/// ordinary merge that people can undo.
///
/// They are not joined where that would be a guess all the same: if several people use the address, if both are known by
/// different addresses of one kind, or if it was said of the two that they are not one. Then the proof is a strong
/// suggestion, and people decide.
@Component
class Proofs {

    private static final LuaScript PROVE = LuaScript.load("prove");
    private static final int TRIES = 8;

    private final RedisStore store;
    private final RedisKeys keys;
    private final Customers customers;
    private final CustomerDetails details;
    private final Merges merges;
    private final RedisApart apart;

    Proofs(RedisStore store, RedisKeys keys, Customers customers, CustomerDetails details, Merges merges,
            RedisApart apart) {
        this.store = store;
        this.keys = keys;
        this.customers = customers;
        this.details = details;
        this.merges = merges;
        this.apart = apart;
    }

    /// @param how `code`, `site`
    /// @return false if the visitor has not written yet: then nobody is there to draw a consequence for
    boolean draw(ChannelAddress.Visitor visitor, ChannelAddress address, String how) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Identity> prover = customers.identity(visitor, Level.OBSERVED);
            if (prover.isEmpty()) {
                return false;
            }
            Identity who = prover.get();
            List<Object> reply = store.run(PROVE, List.of(keys.of(Family.CLOCK), keys.of(Family.FEED),
                    keys.of(Family.IDENTITIES), keys.customer(who.customer()), keys.conversation(who.conversation())),
                    List.of(RedisJson.facts("customer", who.customer().value(), "conversation",
                            who.conversation().value(), "identity", who.id(), "address",
                            Identity.field(address, Level.OBSERVED), "how", how, "newHome", "h" + RandomIds.next())));
            if ("proven".equals(reply.getFirst())
                    || "known".equals(reply.getFirst()) && !join(who, Customers.read(
                            Identity.field(address, Level.OBSERVED), (String) reply.get(1)))) {
                return true;
            }
        }
        throw new IllegalStateException("A visitor's customer changed " + TRIES + " times in one proof.");
    }

    /// @return whether both are one customer now
    private boolean join(Identity who, Identity has) {
        Optional<Customer> visitor = customers.find(who.customer());
        Optional<Customer> other = customers.find(has.customer());
        if (visitor.isPresent() && other.isPresent() && !has.shared() && !has.shown()
                && surelyOne(visitor.get(), other.get())) {
            return switch (merges.merge(other.get().id(), visitor.get().id(), Map.of(), Author.SYSTEM)) {
                case Done.Now now -> true;
                case Done.Already already -> true;
                case Done.NotFound missing -> false;
                case Done.Refused refused -> false;
            };
        }
        details.gave(who, Clues.proof(has.address()));
        return false;
    }

    private boolean surelyOne(Customer visitor, Customer other) {
        return !Conflict.between(visitor, other) && !apart.said(visitor.id(), other.id());
    }
}
