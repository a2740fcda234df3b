package dev.loper.access;

/// An agent's socket took leave; nothing is said to it any more.
public record SocketLeft(String socket) {}
