package dev.loper.handover;

import dev.loper.conversation.Conversation;
import dev.loper.conversation.Topic;
import dev.loper.customer.Customer;

/// Where a handover is now: its topic knows.
record Place(Topic topic, Conversation conversation, Customer customer) {}
