package dev.loper.channel;

import java.io.Serial;

/// A message from an address of our own: an account's, or that of somebody who works here. It is nobody's who is served, so it is set
/// aside; the message says whose it is, in a sentence for a person.
public class OwnAddressException extends UnreadableMessageException {

    @Serial
    private static final long serialVersionUID = 1L;

    public OwnAddressException(String message) {
        super(message);
    }
}
