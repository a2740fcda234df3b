package dev.loper.identity;

import dev.loper.conversation.Topic;
import dev.loper.conversation.Topics;
import dev.loper.customer.Customer;
import dev.loper.customer.Identity;
import dev.loper.message.Author;
import dev.loper.message.CustomerId;
import dev.loper.message.HomeId;
import dev.loper.message.TopicId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes two customers of one who is in truth two people: a detachment of the addresses that go, and a move of each topic
/// that goes although its address stays. Each of them is a deed of its own; together they are taken back in reverse.
@Component
class Splits {

    private final Detachments detachments;
    private final Moves moves;
    private final RedisWholes wholes;
    private final RedisTopicSides sides;
    private final RedisPromised promised;
    private final Topics topics;

    Splits(Detachments detachments, Moves moves, RedisWholes wholes, RedisTopicSides sides,
            RedisPromised promised, Topics topics) {
        this.detachments = detachments;
        this.moves = moves;
        this.wholes = wholes;
        this.sides = sides;
        this.promised = promised;
        this.topics = topics;
    }

    /// What goes to the new customer.
    ///
    /// @param identities ids of addresses, with what was said on them
    /// @param topics     topics that go as a whole
    record Cut(List<String> identities, List<TopicId> topics, @Nullable String name) {}

    /// What became of it: the deeds it is made of, or why it was not done.
    record Outcome(List<Deed> deeds, @Nullable Done no) {}

    /// A topic, how many of its entries would be on either side, and how many promises that are open would go along.
    record Shares(Topic topic, long stays, long goes, int promises) {}

    /// What would be on either side, of every topic the customer has.
    List<Shares> preview(Customer customer, Cut cut) {
        List<HomeId> homes = customer.identities().stream().filter(
                identity -> cut.identities().contains(identity.id())).map(Identity::home).toList();
        Map<TopicId, Map<HomeId, Long>> counts = wholes.today(customer.id()).map(
                whole -> sides.of(whole.conversation(), whole.homes().keySet())).orElse(Map.of());
        List<RedisPromised.Promised> open = promised.in(counts.keySet());
        return topics.of(customer.conversation()).stream().map(topic -> {
            Map<HomeId, Long> byHome = Optional.ofNullable(counts.get(topic.id())).orElse(Map.of());
            long all = byHome.values().stream().mapToLong(Long::longValue).sum();
            long goes = cut.topics().contains(topic.id())
                    ? all
                    : byHome.entrySet().stream().filter(home -> homes.contains(home.getKey())).mapToLong(
                            Map.Entry::getValue).sum();
            long along = open.stream().filter(one -> one.topic().equals(topic.id())).filter(
                    one -> cut.topics().contains(topic.id()) || homes.contains(one.home())).count();
            return new Shares(topic, all - goes, goes, (int) along);
        }).toList();
    }

    Outcome split(CustomerId customer, Cut cut, Author by) {
        List<Deed> deeds = new ArrayList<>();
        if (!cut.identities().isEmpty()) {
            Done detached = detachments.detach(customer, cut.identities(), cut.name(), by);
            if (!(detached instanceof Done.Now(Deed deed))) {
                return new Outcome(List.of(), detached);
            }
            deeds.add(deed);
        }
        for (TopicId topic : cut.topics()) {
            CustomerId apart = deeds.isEmpty() ? null : deeds.getFirst().to().id();
            Done moved = moves.move(new Giving.Gift(topic, null, apart, cut.name(), ""), by);
            if (moved instanceof Done.Now(Deed deed)) {
                deeds.add(deed);
            } else if (!went(moved)) {
                undo(deeds.stream().map(Deed::id).toList(), by);
                return new Outcome(List.of(), moved);
            }
        }
        return new Outcome(List.copyOf(deeds), null);
    }

    /// Whether it has gone already, with its address.
    private static boolean went(Done done) {
        return done instanceof Done.Refused(String reason, String sentence) && reason.equals("same-customer");
    }

    /// Takes all of it back, the last first.
    ///
    /// @return why it stopped, if it did; what was taken back by then is
    Optional<Done> undo(List<DeedId> deeds, Author by) {
        for (DeedId id : deeds.reversed()) {
            Done done = moves.find(id).isPresent() ? moves.undo(id, by) : detachments.undo(id, by);
            if (done instanceof Done.Refused || done instanceof Done.NotFound) {
                return Optional.of(done);
            }
        }
        return Optional.empty();
    }

    /// The topics that taking a move back changes.
    List<TopicId> moved(Deed deed) {
        return moves.touched(deed);
    }

    /// How a detachment would be taken back as things are.
    Optional<Rehoming> undoing(Deed deed, Author by) {
        return detachments.undoing(deed, by);
    }

    Optional<Deed> find(DeedId id) {
        return moves.find(id).or(() -> detachments.find(id));
    }
}
