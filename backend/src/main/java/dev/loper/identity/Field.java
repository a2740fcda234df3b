package dev.loper.identity;

import java.util.Locale;

/// What is known of a customer and may differ between two who are joined.
enum Field {

    NAME,
    LANGUAGE,
    ZONE;

    /// Its name in the API and in the record.
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What a customer has there; a name that is only their address is none.
    String of(Whole customer) {
        return this == NAME && !customer.field("named").equals("1") ? "" : customer.field(wire());
    }
}
