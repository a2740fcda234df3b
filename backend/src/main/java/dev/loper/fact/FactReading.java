package dev.loper.fact;

import dev.loper.conversation.Conversation;
import dev.loper.conversation.Conversations;
import dev.loper.conversation.Entry;
import dev.loper.conversation.EntryBody;
import dev.loper.conversation.Timeline;
import dev.loper.conversation.Topic;
import dev.loper.conversation.Topics;
import dev.loper.message.Author;
import dev.loper.message.ConversationId;
import dev.loper.message.Delivery;
import dev.loper.message.EntryId;
import dev.loper.message.PersonId;
import dev.loper.organisation.TeamsOf;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Reads entries for facts: what customers say is looked through, what we ask is counted. Reading one again changes nothing.
@Component
class FactReading {

    private static final FactFinder FINDER = new FactFinder();
    private static final int LOOK_BACK = 5;
    private static final Set<Delivery> GONE = EnumSet.of(Delivery.SENT, Delivery.DELIVERED, Delivery.READ);

    private final Facts facts;
    private final KnownFacts known;
    private final FactKinds kinds;
    private final FactFigures figures;
    private final Timeline timeline;
    private final Conversations conversations;
    private final Topics topics;
    private final TeamsOf teams;

    FactReading(Facts facts, KnownFacts known, FactKinds kinds, FactFigures figures, Timeline timeline,
            Conversations conversations, Topics topics, TeamsOf teams) {
        this.facts = facts;
        this.known = known;
        this.kinds = kinds;
        this.figures = figures;
        this.timeline = timeline;
        this.conversations = conversations;
        this.topics = topics;
        this.teams = teams;
    }

    /// @param of the conversation of each entry
    void read(List<Entry> entries, Map<EntryId, ConversationId> of) {
        Map<ConversationId, Conversation> there = conversations.find(Set.copyOf(of.values()));
        List<Facts.Said> told = new ArrayList<>();
        for (Entry entry : entries) {
            Optional<Conversation> conversation = Optional.ofNullable(of.get(entry.id())).map(there::get);
            if (said(entry.body())) {
                conversation.map(in -> find(in, entry)).ifPresent(told::add);
            } else if (asks(entry)) {
                // What was told before it is known when something is asked.
                facts.say(told);
                told.clear();
                count(conversation, entry);
            }
        }
        facts.say(told);
    }

    /// By the customer themselves: a guest in their topic tells nothing of them, nor does a machine.
    private static boolean said(EntryBody body) {
        return "message".equals(body.type()) && "in".equals(body.direction()) && body.author().id() != null
                && !Boolean.TRUE.equals(body.automatic());
    }

    private static boolean asks(Entry entry) {
        return "message".equals(entry.body().type()) && entry.body().author().kind() == Author.Kind.AGENT
                && entry.delivery() != null && GONE.contains(entry.delivery());
    }

    private Facts.Said find(Conversation conversation, Entry entry) {
        EntryBody body = entry.body();
        List<Found> found = FINDER.find(body.text(), kinds.defined(), askedBefore(conversation, entry));
        String channel = Optional.ofNullable(body.channel()).orElse("web");
        return new Facts.Said(conversation.id(), entry.home(), found.stream().map(one -> new Fact(one.kind(),
                one.value(), Fact.State.SAID, entry.id(), entry.topic(), channel, entry.at(), null)).toList());
    }

    /// What our last answer before it asked for.
    private Set<String> askedBefore(Conversation conversation, Entry entry) {
        return timeline.page(conversation, entry.id(), entry.topic(), LOOK_BACK).stream().filter(
                before -> "out".equals(before.body().direction())).findFirst().map(
                        before -> kinds.questions().in(before.body().text()).stream().map(
                                Asked::kind).collect(Collectors.toSet())).orElse(Set.of());
    }

    private void count(Optional<Conversation> conversation, Entry entry) {
        List<Asked> asked = kinds.questions().in(entry.body().text());
        if (asked.isEmpty()) {
            return;
        }
        Map<String, List<Fact>> said = conversation.map(in -> known.all(in, kindsOf(
                asked))).orElse(Map.of());
        long repeated = asked.stream().filter(one -> said.getOrDefault(one.kind(), List.of()).stream().anyMatch(
                fact -> known.holds(fact, entry.at()))).count();
        figures.count(entry.id(), entry.at(), asked.size(), repeated, under(entry));
    }

    private static Set<String> kindsOf(List<Asked> asked) {
        return asked.stream().map(Asked::kind).collect(Collectors.toSet());
    }

    private List<FactFigures.Under> under(Entry entry) {
        List<FactFigures.Under> under = new ArrayList<>();
        Optional.ofNullable(entry.body().channel()).ifPresent(
                channel -> under.add(new FactFigures.Under("channel", channel)));
        topics.find(entry.topic()).map(Topic::queue).ifPresent(
                queue -> under.add(new FactFigures.Under("queue", queue.value())));
        Optional.ofNullable(entry.body().author().id()).map(PersonId::new).map(teams::person).orElse(
                List.of()).forEach(
                        team -> under.add(new FactFigures.Under("team", team.value())));
        return under;
    }
}
