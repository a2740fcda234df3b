package dev.loper.identity;

import dev.loper.access.Named;
import dev.loper.conversation.Conversation;
import dev.loper.conversation.Conversations;
import dev.loper.customer.Customer;
import dev.loper.customer.Customers;
import dev.loper.message.ConversationId;
import dev.loper.message.CustomerId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Names customers, and conversations by whose they are.
@Component
class NamedCustomers implements Named {

    private final Customers customers;
    private final Conversations conversations;

    NamedCustomers(Customers customers, Conversations conversations) {
        this.customers = customers;
        this.conversations = conversations;
    }

    @Override
    public Map<String, String> names(Collection<String> ids) {
        Map<String, String> names = new HashMap<>();
        customers.find(ids.stream().map(CustomerId::new).toList()).forEach((id, customer) -> names.put(id.value(),
                customer.name()));
        Map<ConversationId, Conversation> found = conversations.find(ids.stream().map(ConversationId::new).toList());
        Map<CustomerId, Customer> whose = customers.find(found.values().stream().map(Conversation::customer).collect(
                Collectors.toSet()));
        found.forEach((id, conversation) -> {
            Customer customer = whose.get(conversation.customer());
            if (customer != null) {
                names.put(id.value(), customer.name());
            }
        });
        return names;
    }
}
