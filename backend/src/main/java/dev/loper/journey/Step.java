package dev.loper.journey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Something a visitor did, cleaned of what is never recorded.
///
/// @param id   unique for its visitor: the page's own, and once it is kept, a digest of that
/// @param at   when, by the visitor's clock, but never in the future
/// @param kind `page`, `basket`, `form`, `search` or `order`; `invited`, which no page can send: we asked them to chat
/// @param url  the page, without query and fragment
/// @param data what belongs to it: of a form `flow`, `step`, `of`, `steps`, `fields`; of a basket and an order `total`,
///             `currency`, `items`
record Step(String id, Instant at, String kind, String name, @Nullable String url, ObjectNode data) {

    static final String INVITED = "invited";
}
