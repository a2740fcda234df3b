package dev.loper.access;

/// A socket sent what it may not, or its session is over: whoever holds it closes it. A Spring event on this node.
///
/// @param socket its id
public record SocketRefused(String socket) {}
