package dev.loper.handover;

import dev.loper.channel.ChannelCapabilities;

/// What is to be written, as far as a channel may not carry it.
///
/// @param length characters
/// @param bytes  of all files together
record Load(int length, int files, long bytes) {

    static final Load NOTHING = new Load(0, 0, 0);

    boolean fits(ChannelCapabilities channel) {
        return equals(NOTHING) || channel.carries(length, files, bytes);
    }
}
