package dev.loper.access;

/// The sites that may use a chat account from their pages. The web chat provides it; without one, no site may.
public interface WidgetOrigins {

    /// @param account the account named in the request's address, perhaps empty or unknown
    /// @param origin  the page's `Origin`
    boolean allows(String account, String origin);
}
