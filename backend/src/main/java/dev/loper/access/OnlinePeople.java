package dev.loper.access;

import dev.loper.message.PersonId;

/// Who has Loper open at the moment. The push module provides it; without one, nobody has.
public interface OnlinePeople {

    boolean online(PersonId person);
}
