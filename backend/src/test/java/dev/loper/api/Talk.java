package dev.loper.api;

import dev.loper.message.ChannelAddress;

/// A conversation with one topic, as a test begins with it.
///
/// @param from  the customer's address
/// @param entry the customer's message
record Talk(ChannelAddress from, String customer, String conversation, String topic, String entry) {

    /// An address of the API below this conversation.
    String at(String path) {
        return "/api/v1/conversations/" + conversation + path;
    }

    String topicAt(String path) {
        return "/api/v1/topics/" + topic + path;
    }

    String entryAt(String path) {
        return at("/entries/" + entry + path);
    }
}
