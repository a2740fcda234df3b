package dev.loper.access;

/// Who may call an endpoint.
public enum Who {
    /// Also those who have not signed in.
    EVERYBODY,
    /// Everybody who works here.
    PEOPLE,
    SUPERVISORS,
    ADMINISTRATORS,
    /// Administrators, and tokens that may tell steps alone ([TokenScope#STEPS]).
    TELLERS_OF_STEPS
}
