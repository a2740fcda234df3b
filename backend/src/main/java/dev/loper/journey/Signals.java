package dev.loper.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Notices changes in how a customer behaves. Pure.
final class Signals {

    /// Messages nearer than this belong to one contact.
    private static final Duration CONTACT = Duration.ofHours(12);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration LATELY = Duration.ofDays(30);
    private static final int WEEKLY = 4;

    private Signals() {}

    /// A message a customer wrote.
    ///
    /// @param topic the matter it is in
    record Wrote(String topic, Instant at) {}

    /// @param wrote what they wrote, in any order  @param open the matters that are not resolved: a third contact is about one
    /// of them, while silence is silence wherever they wrote before  @param visits the newest first
    /// @return some of `third-contact`, `silent`, `basket-left-twice`
    static List<String> of(List<Wrote> wrote, Set<String> open, List<Visits.Visit> visits, Instant now) {
        List<String> noticed = new ArrayList<>();
        Map<String, List<Instant>> byTopic = wrote.stream().filter(one -> open.contains(one.topic())).collect(
                Collectors.groupingBy(Wrote::topic, Collectors.mapping(Wrote::at, Collectors.toList())));
        if (byTopic.values().stream().anyMatch(times -> contacts(times).size() >= 3
                && contacts(times).getLast().isAfter(now.minus(LATELY)))) {
            noticed.add("third-contact");
        }
        if (silent(contacts(wrote.stream().map(Wrote::at).toList()), now)) {
            noticed.add("silent");
        }
        if (visits.stream().filter(visit -> visit.basket() != null && !visit.ordered()
                && visit.to().isAfter(now.minus(LATELY)) && visit.to().isBefore(now.minus(Duration.ofMinutes(
                        30)))).count() >= 2) {
            noticed.add("basket-left-twice");
        }
        return noticed;
    }

    /// When each contact began, the first one first.
    private static List<Instant> contacts(List<Instant> times) {
        List<Instant> begun = new ArrayList<>();
        Instant last = null;
        for (Instant at : times.stream().sorted().toList()) {
            if (last == null || at.isAfter(last.plus(CONTACT))) {
                begun.add(at);
            }
            last = at;
        }
        return begun;
    }

    /// Wrote every week for a month, and then not for three.
    private static boolean silent(List<Instant> contacts, Instant now) {
        if (contacts.size() < WEEKLY || contacts.getLast().isAfter(now.minus(WEEK.multipliedBy(3)))) {
            return false;
        }
        List<Instant> last = contacts.subList(contacts.size() - WEEKLY, contacts.size());
        for (int i = 1; i < last.size(); i++) {
            if (Duration.between(last.get(i - 1), last.get(i)).compareTo(WEEK.plusDays(3)) > 0) {
                return false;
            }
        }
        return true;
    }
}
