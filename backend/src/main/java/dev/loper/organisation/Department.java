package dev.loper.organisation;

/// A part of the organisation without a seat here, which can be asked by mail.
///
/// @param email    where its questions go
/// @param language in which it is written to: `en` or `nl`
/// @param version  how often it has been written; 0 if it never was
public record Department(DepartmentId id, String name, String email, String language, long version) {}
