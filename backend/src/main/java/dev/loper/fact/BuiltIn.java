package dev.loper.fact;

import java.util.Arrays;
import java.util.List;

/// The kinds every installation has; the finder and the matcher know them by their own patterns.
enum BuiltIn {

    ORDER_NUMBER("order-number", "Bestelnummer", "Order number"),
    POSTCODE("postcode", "Postcode", "Postcode"),
    PRODUCT("product", "Product", "Product"),
    DATE("date", "Datum", "Date"),
    PREFERENCE("preference", "Voorkeur", "Preference"),
    PHONE("phone", "Telefoonnummer", "Phone number"),
    EMAIL("email", "E-mailadres", "Email address"),
    NAME("name", "Naam", "Name"),
    /// What people set: a channel's wire name.
    PREFERRED_CHANNEL("preferred-channel", "Voorkeurskanaal", "Preferred channel"),
    /// What people set: `20:00-08:00`, in the customer's zone.
    QUIET_HOURS("quiet-hours", "Stille uren", "Quiet hours"),
    /// What people set: a language tag.
    LANGUAGE("language", "Taal", "Language"),
    /// What people set: what kind of customer this is, in the house's own words.
    PERSONA("persona", "Persona", "Persona"),
    /// What people set: `12-05` or `12-05-1990`.
    BIRTHDAY(FactDay.BIRTHDAY, "Verjaardag", "Birthday"),
    /// What people set: `12-05-1990`.
    CUSTOMER_SINCE(FactDay.CUSTOMER_SINCE, "Klant sinds", "Customer since");

    private final FactKind kind;

    BuiltIn(String id, String nl, String en) {
        this.kind = new FactKind(id, new FactKind.Words(nl, en), null, FactKind.Asking.NOTHING);
    }

    String id() {
        return kind.id();
    }

    FactKind kind() {
        return kind;
    }

    static List<FactKind> kinds() {
        return Arrays.stream(values()).map(BuiltIn::kind).toList();
    }
}
