package dev.loper.identity;

import dev.loper.access.Access;
import dev.loper.access.Viewer;
import dev.loper.conversation.Conversation;
import dev.loper.conversation.Entry;
import dev.loper.conversation.Timeline;
import dev.loper.conversation.Topic;
import dev.loper.conversation.Topics;
import dev.loper.conversation.VisibleConversations;
import dev.loper.customer.Customer;
import dev.loper.customer.CustomerView;
import dev.loper.customer.Customers;
import dev.loper.customer.Identity;
import dev.loper.message.CustomerId;
import dev.loper.message.EntryId;
import dev.loper.message.HomeId;
import dev.loper.message.TopicId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Works out what joining or taking apart would come to, without doing it. What a person may not see, undoing may come to, but
/// is neither named nor counted for them.
@Component
class Previews {

    private static final int LOOK_BACK = 200;

    private final RedisWholes wholes;
    private final RedisTopicSides sides;
    private final RedisPromised promised;
    private final Topics topics;
    private final Timeline timeline;
    private final VisibleConversations visible;
    private final Customers customers;
    private final Access access;

    Previews(RedisWholes wholes, RedisTopicSides sides, RedisPromised promised, Topics topics, Timeline timeline,
            VisibleConversations visible, Customers customers, Access access) {
        this.wholes = wholes;
        this.sides = sides;
        this.promised = promised;
        this.topics = topics;
        this.timeline = timeline;
        this.visible = visible;
        this.customers = customers;
        this.access = access;
    }

    MergePreview merge(Customer stays, Customer joins, Map<String, CustomerId> chosen) {
        List<MergePreview.Conflict> conflicts = wholes.today(stays.id()).flatMap(
                one -> wholes.today(joins.id()).map(other -> new Choices(one, other, chosen).conflicts())).orElse(
                        List.of()).stream().map(MergePreview.Conflict::of).toList();
        return new MergePreview(CustomerView.of(stays), CustomerView.of(joins),
                new MergePreview.Count(topics.of(stays.conversation()).size(), topics.of(joins.conversation()).size()),
                conflicts);
    }

    UndoPreview undoing(Deed deed, Rehoming plan, Viewer viewer) {
        List<HomeId> stays = plan.stays();
        Map<TopicId, Map<HomeId, Long>> byTopic = visible(sides.of(plan.from().conversation(),
                plan.from().homes().keySet()), viewer);
        List<Entry> since = since(plan.from(), deed);
        return new UndoPreview(since.isEmpty() && plan.twins().isEmpty(), visible.visible(since, viewer).size(),
                side(plan, plan.to(), plan.goes(), byTopic), side(plan, plan.from(), stays, byTopic),
                topics.find(List.copyOf(plan.twins().keySet())).stream().filter(
                        topic -> access.canSee(viewer, topic.queue())).map(
                                topic -> twin(topic, byTopic, stays, plan.goes())).toList(),
                (int) promised.in(byTopic.keySet()).stream().filter(one -> plan.goes().contains(one.home())).count());
    }

    /// What taking back a move would come to.
    UndoPreview undoing(Deed deed, Relocation plan, Viewer viewer) {
        Map<Integer, List<Relocation.Matter>> begun = plan.matters().stream().filter(
                matter -> matter.begins() != null).collect(Collectors.groupingBy(Relocation.Matter::side));
        List<Relocation.Step> goes = plan.steps().stream().filter(Relocation.Step::leaves).toList();
        List<Entry> since = goes.stream().map(Relocation.Step::entry).filter(
                entry -> !entry.body().type().equals("system")).filter(
                        entry -> entry.id().value().compareTo(deed.mark().value()) > 0).toList();
        List<UndoPreview.Twin> twins = begun.values().stream().flatMap(List::stream).map(
                half -> new UndoPreview.Twin(half.key(), move(deed).title(), count(plan, half.key()),
                        goes.size())).toList();
        Whole has = plan.sides().getFirst();
        Whole gets = plan.sides().get(1);
        return new UndoPreview(since.isEmpty() && twins.isEmpty(), visible.visible(since, viewer).size(),
                new UndoPreview.Side(gets.id().value(), gets.field("name"), List.of(), 1, goes.size()),
                new UndoPreview.Side(has.id().value(), has.field("name"), List.of(),
                        (int) topics.of(has.conversation()).stream().filter(
                                topic -> access.canSee(viewer, topic.queue())).count(),
                        0),
                twins, promisedIn(goes, viewer));
    }

    /// How much is to be kept of what is said in some entries, as far as this person may see it.
    private int promisedIn(List<Relocation.Step> goes, Viewer viewer) {
        Set<EntryId> sentences = goes.stream().map(step -> step.entry().id()).collect(Collectors.toSet());
        List<TopicId> seen = topics.find(
                goes.stream().map(step -> step.entry().topic()).distinct().toList()).stream().filter(
                        topic -> access.canSee(viewer, topic.queue())).map(Topic::id).toList();
        return (int) promised.in(seen).stream().filter(one -> sentences.contains(one.sentence())).count();
    }

    private static Deed.Move move(Deed deed) {
        return Objects.requireNonNull(deed.move());
    }

    private static long count(Relocation plan, String topic) {
        return plan.steps().stream().filter(step -> step.topic().equals(topic)).count();
    }

    private Map<TopicId, Map<HomeId, Long>> visible(Map<TopicId, Map<HomeId, Long>> byTopic, Viewer viewer) {
        Map<TopicId, Map<HomeId, Long>> seen = new LinkedHashMap<>();
        topics.find(List.copyOf(byTopic.keySet())).stream().filter(
                topic -> access.canSee(viewer, topic.queue())).map(Topic::id).forEach(
                        topic -> seen.put(topic, Optional.ofNullable(byTopic.get(topic)).orElse(Map.of())));
        return seen;
    }

    private List<Entry> since(Whole from, Deed deed) {
        List<Entry> newest = timeline.page(new Conversation(from.conversation(), from.id(),
                List.copyOf(from.homes().keySet())), null, null, LOOK_BACK);
        return newest.stream().filter(entry -> !entry.body().type().equals("system")).filter(
                entry -> entry.id().value().compareTo(deed.mark().value()) > 0).toList();
    }

    private UndoPreview.Side side(Rehoming plan, Whole whole, List<HomeId> homes,
            Map<TopicId, Map<HomeId, Long>> byTopic) {
        List<String> addresses = customers.find(plan.from().id()).stream().map(Customer::identities).flatMap(
                Collection::stream).filter(identity -> homes.contains(identity.home())).map(Identity::address).map(
                        address -> address.value()).distinct().toList();
        int count = (int) byTopic.values().stream().filter(counts -> Parting.has(counts, homes)).count();
        long entries = byTopic.values().stream().mapToLong(counts -> sum(counts, homes)).sum();
        return new UndoPreview.Side(whole.id().value(), whole.field("name"), addresses, count, entries);
    }

    private static UndoPreview.Twin twin(Topic topic, Map<TopicId, Map<HomeId, Long>> byTopic, List<HomeId> stays,
            List<HomeId> goes) {
        Map<HomeId, Long> counts = Optional.ofNullable(byTopic.get(topic.id())).orElse(Map.of());
        return new UndoPreview.Twin(topic.id().value(), topic.title(), sum(counts, stays), sum(counts, goes));
    }

    private static long sum(Map<HomeId, Long> counts, List<HomeId> homes) {
        return counts.entrySet().stream().filter(home -> homes.contains(home.getKey())).mapToLong(
                Map.Entry::getValue).sum();
    }
}
