package dev.loper.identity;

import dev.loper.message.CustomerId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Settles, field by field, what a customer is known as after another was joined to them.
///
/// What only one has is kept. Where both have something and it differs, a person chooses; without a choice it is what
/// the customer had who stays. What was chosen over is kept in the deed.
final class Choices {

    private static final String NAMED = "named";
    private static final String SINCE = "since";

    private final Whole stays;
    private final Whole joins;
    private final Map<String, CustomerId> chosen;

    /// @param chosen field → the customer whose value is to be kept
    Choices(Whole stays, Whole joins, Map<String, CustomerId> chosen) {
        this.stays = stays;
        this.joins = joins;
        this.chosen = chosen;
    }

    /// A field in which the two differ.
    record Conflict(Field field, String stays, String joins, CustomerId chosen) {}

    List<Conflict> conflicts() {
        List<Conflict> found = new ArrayList<>();
        for (Field field : Field.values()) {
            if (differ(field)) {
                found.add(new Conflict(field, field.of(stays), field.of(joins), owner(field)));
            }
        }
        return found;
    }

    /// Fields of the record of the one who stays, that change.
    Map<String, Deed.Chosen> changes() {
        Map<String, Deed.Chosen> changes = new LinkedHashMap<>();
        for (Field field : Field.values()) {
            if (takesJoined(field)) {
                changes.put(field.wire(), new Deed.Chosen(stays.field(field.wire()), joins.field(field.wire())));
                if (field == Field.NAME) {
                    changes.put(NAMED, new Deed.Chosen(stays.field(NAMED), "1"));
                }
            }
        }
        if (ms(joins) < ms(stays)) {
            changes.put(SINCE, new Deed.Chosen(stays.field(SINCE), joins.field(SINCE)));
        }
        return changes;
    }

    private boolean takesJoined(Field field) {
        String theirs = field.of(joins);
        return !theirs.isEmpty() && (field.of(stays).isEmpty() || differ(field) && owner(field).equals(joins.id()));
    }

    private boolean differ(Field field) {
        String ours = field.of(stays);
        String theirs = field.of(joins);
        return !ours.isEmpty() && !theirs.isEmpty() && !ours.equals(theirs);
    }

    private CustomerId owner(Field field) {
        return joins.id().equals(chosen.get(field.wire())) ? joins.id() : stays.id();
    }

    private static long ms(Whole customer) {
        String since = customer.field(SINCE);
        return since.isEmpty() ? Long.MAX_VALUE : Long.parseLong(since);
    }
}
