package dev.loper.journey;

import dev.loper.customer.Customer;
import dev.loper.fact.Fact;
import dev.loper.fact.FactsElsewhere;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/// What a customer told by filling it in on a site, or by ordering: nobody needs to ask for it again.
@Component
class StepFacts implements FactsElsewhere {

    /// A field's name, without case and signs → the kind of fact.
    private static final Map<String, String> KINDS = Map.ofEntries(Map.entry("postcode", "postcode"), Map.entry("zip",
            "postcode"), Map.entry("zipcode", "postcode"), Map.entry("postalcode", "postcode"),
            Map.entry("email",
                    "email"),
            Map.entry("emailaddress", "email"), Map.entry("mail", "email"), Map.entry("phone", "phone"), Map.entry(
                    "phonenumber", "phone"),
            Map.entry("tel", "phone"), Map.entry("telefoon", "phone"), Map.entry("telefoonnummer", "phone"), Map.entry(
                    "name", "name"),
            Map.entry("fullname", "name"), Map.entry("naam", "name"), Map.entry("ordernumber", "order-number"),
            Map.entry("bestelnummer", "order-number"));

    private final Steps steps;

    StepFacts(Steps steps) {
        this.steps = steps;
    }

    @Override
    public List<Fact> of(Customer customer) {
        List<Fact> facts = new ArrayList<>();
        steps.of(customer).forEach(step -> {
            if (step.data().get("fields") instanceof ObjectNode fields) {
                fields.properties().forEach(field -> kind(field.getKey()).filter(
                        kind -> field.getValue().isValueNode()).ifPresent(
                                kind -> add(step, kind, field.getValue().asString(), facts)));
            }
            if (step.kind().equals("order")) {
                add(step, "order-number", step.data().path("number").asString(""), facts);
            }
        });
        return facts;
    }

    private static Optional<String> kind(String name) {
        return Optional.ofNullable(KINDS.get(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "")));
    }

    /// Half a postcode is what it looks like while it is being typed.
    private static void add(Step step, String kind, String value, List<Fact> facts) {
        String said = value.strip();
        boolean whole = switch (kind) {
            case "postcode" -> said.length() >= 4;
            case "email" -> said.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
            case "phone" -> said.replaceAll("[^0-9]", "").length() >= 8;
            default -> said.length() >= 2;
        };
        if (whole && !said.contains("…")) {
            facts.add(new Fact(kind, said, Fact.State.SAID, null, null, "web", step.at(), null));
        }
    }
}
