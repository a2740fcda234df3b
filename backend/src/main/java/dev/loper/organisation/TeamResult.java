package dev.loper.organisation;

/// How the writing of a team ended.
sealed interface TeamResult {

    record Written(Team team) implements TeamResult {}

    /// Another one has been written since, or somebody was put into it or taken out.
    record Stale() implements TeamResult {}

    /// It was deleted.
    record Gone() implements TeamResult {}
}
