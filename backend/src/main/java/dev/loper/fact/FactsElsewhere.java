package dev.loper.fact;

import dev.loper.customer.Customer;
import java.util.List;

/// Facts that lie elsewhere and are read where they are: what addresses say, what was filled in on a site.
public interface FactsElsewhere {

    /// Known to whoever may see the customer.
    List<Fact> of(Customer customer);
}
