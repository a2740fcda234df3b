package dev.loper.identity;

import dev.loper.access.Access;
import dev.loper.access.Viewer;
import dev.loper.conversation.Topics;
import dev.loper.customer.Customer;
import dev.loper.customer.Identity;
import dev.loper.message.HomeId;
import dev.loper.message.TopicId;
import dev.loper.web.ProblemException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Which topics joining customers or taking them apart touches: only who may answer all of them may do it.
@Component
class Touched {

    private final RedisWholes wholes;
    private final RedisTopicSides sides;
    private final Topics topics;
    private final Access access;

    Touched(RedisWholes wholes, RedisTopicSides sides, Topics topics, Access access) {
        this.wholes = wholes;
        this.sides = sides;
        this.topics = topics;
        this.access = access;
    }

    /// All that a customer has: joined to somebody, it is told in one conversation with theirs.
    List<TopicId> of(Customer customer) {
        return wholes.today(customer.id()).map(whole -> List.copyOf(sides.of(whole.conversation(),
                Set.of()).keySet())).orElse(List.of());
    }

    /// Those of which something was said on these addresses.
    List<TopicId> of(Customer customer, Collection<String> identities) {
        List<HomeId> homes = customer.identities().stream().filter(
                identity -> identities.contains(identity.id())).map(Identity::home).toList();
        return wholes.today(customer.id()).map(whole -> in(whole, homes)).orElse(List.of());
    }

    /// Those of which something would go.
    List<TopicId> of(Rehoming plan) {
        return in(plan.from(), plan.goes());
    }

    /// @throws ProblemException 403 if one of them is in a queue in which this person does not work
    void mayAnswer(Collection<TopicId> touched, Viewer viewer) {
        if (topics.find(List.copyOf(touched)).stream().anyMatch(topic -> !access.canAnswer(viewer, topic.queue()))) {
            throw new ProblemException("another-queue", HttpStatus.FORBIDDEN,
                    "Something of it is in a queue in which you do not work. Ask somebody who does.");
        }
    }

    private List<TopicId> in(Whole whole, List<HomeId> homes) {
        return sides.of(whole.conversation(), whole.homes().keySet()).entrySet().stream().filter(
                topic -> Parting.has(topic.getValue(), homes)).map(java.util.Map.Entry::getKey).toList();
    }
}
