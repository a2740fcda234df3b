package dev.loper.identity;

import dev.loper.access.Viewer;
import dev.loper.customer.Customer;
import dev.loper.customer.Customers;
import dev.loper.message.CustomerId;
import dev.loper.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Finds the customers whom a person may answer: only these may they join or take apart.
@Component
class Answerable {

    private final Customers customers;
    private final CustomerAccess access;

    Answerable(Customers customers, CustomerAccess access) {
        this.customers = customers;
        this.access = access;
    }

    /// @throws ProblemException 404 if there is no such customer for this person, 403 if they may only read them
    Customer customer(String id, Viewer viewer) {
        Customer customer = customers.find(new CustomerId(id)).filter(
                found -> access.maySee(found, viewer)).orElseThrow(Answerable::nobody);
        if (!access.mayAnswer(customer, viewer)) {
            throw new ProblemException("forbidden", HttpStatus.FORBIDDEN,
                    "Only who may answer both customers can join them or take them apart.");
        }
        return customer;
    }

    static ProblemException nobody() {
        return ProblemException.notFound("There is no such customer.");
    }
}
