package dev.loper.identity;

import java.util.List;

/// What undoing a deed would come to, as the API gives it.
///
/// @param exact    whether all would be as it was
/// @param since    messages and notes that came since, 200 at the most
/// @param goes     who would be on their own again, with what
/// @param stays    who remains, with what
/// @param twins    topics with entries of both, which would be two
/// @param promises how many that are open would go along, each with its sentence
record UndoPreview(boolean exact, int since, Side goes, Side stays, List<Twin> twins,
        int promises) {

    record Side(String customer, String name, List<String> addresses, int topics, long entries) {}

    /// @param stays entries that stay, @param goes entries that go
    record Twin(String topic, String title, long stays, long goes) {}
}
