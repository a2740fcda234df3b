package dev.loper.organisation;

/// A part of the organisation without a seat here, which can be asked by mail.
///
/// @param email    where its questions go
/// @param language in which it is written to: `en` or `nl`
public record Department(DepartmentId id, String name, String email, String language) {}
