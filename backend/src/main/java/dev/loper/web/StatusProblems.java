package dev.loper.web;

import java.util.Map;

/// The slug and the sentence of refusals that know only their HTTP status.
record StatusProblems(String slug, String sentence) {

    private static final Map<Integer, StatusProblems> KNOWN = Map.of(400, new StatusProblems("bad-request",
            "The request could not be understood."), 401,
            new StatusProblems("sign-in-required",
                    "Sign in first."),
            403, new StatusProblems("forbidden", "You may not do this."), 404,
            new StatusProblems("not-found", "There is nothing at this address."), 405, new StatusProblems(
                    "method-not-allowed", "This address does not take that method."),
            406, new StatusProblems(
                    "not-acceptable", "This address has no answer of the type asked for."),
            413,
            new StatusProblems("too-large", "What was sent is too large."), 415, new StatusProblems(
                    "unsupported-type", "This address does not take content of that type."),
            503, new StatusProblems(
                    "unavailable", "This is not available at the moment. Try again in a few seconds."));

    static StatusProblems of(int status) {
        StatusProblems other = status < 500
                ? new StatusProblems("bad-request", "The request was refused.")
                : new StatusProblems("unexpected", "Something went wrong on our side.");
        return KNOWN.getOrDefault(status, other);
    }
}
