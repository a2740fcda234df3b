package dev.loper.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Tells steps as visits: where each led, how far a form was filled in, what lay in the basket. Pure.
final class Visits {

    /// So long without a step, and the next one begins another visit.
    private static final Duration PAUSE = Duration.ofMinutes(30);

    private Visits() {}

    /// @param where  the last page, or what the form step is called
    /// @param flow   the form that was being filled in, if one was
    /// @param basket what lay in the basket last, if anything
    /// @param ordered whether it ended in an order
    /// @param pages  how many pages were looked at
    /// @param invited by which trigger they were invited to chat, if they were
    record Visit(Instant from, Instant to, String where, @Nullable Flow flow, @Nullable Basket basket, boolean ordered,
            int pages, @Nullable String invited) {}

    /// @param id     the step it stopped at
    /// @param step   which of them, from 1
    /// @param of     how many there are
    /// @param labels what they are called, as far as is known
    /// @param values what had been filled in
    record Flow(String id, String name, String label, int step, int of, List<String> labels, List<Value> values) {}

    record Value(String name, String value) {}

    record Basket(String total, String currency, List<String> items) {}

    /// @param steps the oldest first
    /// @return the newest first
    static List<Visit> of(List<Step> steps) {
        List<List<Step>> runs = new ArrayList<>();
        Instant last = null;
        for (Step step : steps) {
            if (last == null || step.at().isAfter(last.plus(PAUSE))) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(step);
            last = step.at();
        }
        return runs.stream().map(Visits::visit).sorted(Comparator.comparing(Visit::from).reversed()).toList();
    }

    private static Visit visit(List<Step> run) {
        Step lastForm = null;
        Basket basket = null;
        String invited = null;
        Step did = run.getFirst();
        boolean ordered = false;
        for (Step step : run) {
            did = step.kind().equals(Step.INVITED) ? did : step;
            switch (step.kind()) {
                case "form" -> {
                    lastForm = step;
                    ordered = false;
                }
                case "basket" -> basket = basket(step);
                case "order" -> {
                    ordered = true;
                    lastForm = null;
                    basket = null;
                }
                case Step.INVITED -> invited = step.name();
                default -> {
                }
            }
        }
        Flow flow = lastForm == null ? null : flow(lastForm);
        String where = flow != null ? flow.label() : did.name();
        return new Visit(run.getFirst().at(), did.at(), where, flow, basket, ordered,
                (int) run.stream().filter(step -> step.kind().equals("page")).count(), invited);
    }

    private static Flow flow(Step step) {
        ObjectNode data = step.data();
        int number = Math.max(1, Math.min(20, data.path("step").asInt(1)));
        int of = Math.max(number, Math.min(20, data.path("of").asInt(number)));
        List<String> labels = new ArrayList<>();
        data.path("steps").forEach(label -> labels.add(label.asString("")));
        List<Value> values = new ArrayList<>();
        if (data.get("fields") instanceof ObjectNode fields) {
            fields.properties().forEach(field -> {
                if (field.getValue().isValueNode() && !field.getValue().asString().isEmpty()) {
                    values.add(new Value(field.getKey(), field.getValue().asString()));
                }
            });
        }
        return new Flow(step.id(), data.path("flow").asString(""), step.name(), number, of, labels, values);
    }

    private static @Nullable Basket basket(Step step) {
        List<String> items = new ArrayList<>();
        step.data().path("items").forEach(item -> {
            JsonNode name = item.isObject() ? item.path("name") : item;
            if (name.isString()) {
                items.add(name.asString());
            }
        });
        JsonNode total = step.data().path("total");
        return total.isMissingNode() || total.asDouble(0) == 0 && items.isEmpty()
                ? null
                : new Basket(total.asString(), step.data().path("currency").asString("EUR"), items);
    }
}
