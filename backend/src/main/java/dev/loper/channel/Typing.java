package dev.loper.channel;

/// Whether somebody is typing.
public enum Typing {
    STARTED,
    STOPPED
}
