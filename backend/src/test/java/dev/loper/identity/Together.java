package dev.loper.identity;

import dev.loper.conversation.Rig;
import dev.loper.conversation.TopicRows;
import dev.loper.customer.CustomerDetails;
import dev.loper.customer.Customers;
import dev.loper.message.CustomerId;
import dev.loper.message.EntryId;
import dev.loper.message.TopicId;
import dev.loper.redis.RedisServer;
import dev.loper.message.ChannelAddress;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The store with everything that joins customers and takes them apart.
final class Together {

    final Rig rig;
    final RedisWholes wholes;
    final RedisDeeds deeds;
    final RedisTopicSides sides;
    final Parting parting;
    final RedisRehoming rehoming;
    final Merges merges;
    final Detachments detachments;
    final RedisSharing sharing;
    final Moves moves;

    final RedisApart apart;
    final RedisVisitorProofs visitorProofs;
    final Proofs proofs;
    final Lookalikes suggestions;

    Together(RedisServer.Fresh fresh) {
        this(fresh, Clock.systemUTC());
    }

    Together(RedisServer.Fresh fresh, Clock clock) {
        Customers known = new Customers(fresh.store(), fresh.keys());
        visitorProofs = new RedisVisitorProofs(fresh.store(), fresh.keys());
        rig = new Rig(fresh, new SenderKinship(new SameNumber(known, clock), visitorProofs, known), clock);
        wholes = new RedisWholes(fresh.store(), fresh.keys());
        deeds = new RedisDeeds(fresh.store(), fresh.keys());
        sides = new RedisTopicSides(fresh.store(), fresh.keys());
        parting = new Parting(sides, new TopicRows(rig.timeline));
        rehoming = new RedisRehoming(fresh.store(), fresh.keys());
        merges = new Merges(wholes, deeds, rehoming, parting, Clock.systemUTC());
        detachments = new Detachments(wholes, deeds, rehoming, parting, rig.customers, rig.timeline,
                Clock.systemUTC());
        TopicEntries entries = new TopicEntries(rig.timeline);
        moves = new Moves(new Giving(wholes, entries, rig.topics, rig.customers, Clock.systemUTC()),
                new Returning(wholes, entries, rig.topics, rig.customers, Clock.systemUTC()),
                new RedisRelocation(fresh.store(), fresh.keys()), deeds, wholes);
        apart = new RedisApart(fresh.store(), fresh.keys(), wholes);
        proofs = new Proofs(fresh.store(), fresh.keys(), rig.customers,
                new CustomerDetails(fresh.store(), fresh.keys()), merges, apart);
        suggestions = new Lookalikes(new RedisClues(fresh.store(), fresh.keys()), apart, rig.customers);
        sharing = new RedisSharing(fresh.store(), fresh.keys(), rig.customers, rig.topics);
    }

    Deed merge(CustomerId into, CustomerId with) {
        return ((Done.Now) merges.merge(into, with, Map.of(), Rig.LOTTE)).deed();
    }

    Deed detach(CustomerId customer, ChannelAddress address) {
        return ((Done.Now) detachments.detach(customer, List.of(address.key()), null, Rig.LOTTE)).deed();
    }

    /// Gives a topic, or an entry of it, to somebody, or to somebody new.
    Done give(TopicId topic, @Nullable EntryId entry, @Nullable CustomerId to) {
        return moves.move(new Giving.Gift(topic, entry, to, null, "Not hers"), Rig.LOTTE);
    }

    Deed given(TopicId topic, @Nullable EntryId entry, @Nullable CustomerId to) {
        return ((Done.Now) give(topic, entry, to)).deed();
    }

    Done undo(Deed deed) {
        return switch (deed.kind()) {
            case MERGE -> merges.undo(deed.id(), Rig.LOTTE);
            case DETACH -> detachments.undo(deed.id(), Rig.LOTTE);
            case MOVE -> moves.undo(deed.id(), Rig.LOTTE);
        };
    }
}
