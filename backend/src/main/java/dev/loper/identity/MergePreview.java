package dev.loper.identity;

import dev.loper.customer.CustomerView;
import java.util.List;

/// What joining two customers would come to, as the API gives it.
///
/// @param customer  who stays
/// @param with      who would be joined to them
/// @param topics    how many topics either has
/// @param conflicts the fields in which they differ
record MergePreview(CustomerView customer, CustomerView with, Count topics, List<Conflict> conflicts) {

    record Count(int customer, int with) {}

    /// @param chosen whose value would be kept: a customer's id
    record Conflict(String field, String customer, String with, String chosen) {

        static Conflict of(Choices.Conflict conflict) {
            return new Conflict(conflict.field().wire(), conflict.stays(), conflict.joins(),
                    conflict.chosen().value());
        }
    }
}
