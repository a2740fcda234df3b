package dev.loper.sandbox.twilio;

/// A picture or file that belongs to a message; its bytes lie in the [MediaStore].
public record MediaItem(String sid, String contentType, int size) {}
