package dev.loper.journey;

import dev.loper.customer.Customer;
import dev.loper.fact.Fact;
import dev.loper.fact.FactsElsewhere;
import dev.loper.fact.FieldFacts;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/// What a customer told by filling it in on a site, or by ordering: nobody needs to ask for it again.
@Component
class StepFacts implements FactsElsewhere {

    private final Steps steps;
    private final FieldFacts fields;

    StepFacts(Steps steps, FieldFacts fields) {
        this.steps = steps;
        this.fields = fields;
    }

    @Override
    public List<Fact> of(Customer customer) {
        List<Fact> facts = new ArrayList<>();
        steps.of(customer).forEach(step -> {
            if (step.data().get("fields") instanceof ObjectNode filledIn) {
                filledIn.properties().stream().filter(field -> field.getValue().isValueNode()).forEach(
                        field -> fields.of(field.getKey(), field.getValue().asString(), step.at()).ifPresent(
                                facts::add));
            }
            if (step.kind().equals("order")) {
                fields.of("ordernumber", step.data().path("number").asString(""), step.at()).ifPresent(facts::add);
            }
        });
        return facts;
    }
}
