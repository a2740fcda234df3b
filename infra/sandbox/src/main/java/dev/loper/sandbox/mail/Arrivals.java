package dev.loper.sandbox.mail;

import com.icegreen.greenmail.store.FolderListener;
import jakarta.mail.Flags;

import org.jspecify.annotations.Nullable;

/// Runs something whenever a folder gains, loses or marks a mail.
record Arrivals(Runnable then) implements FolderListener {

    @Override
    public void added(int number) {
        then.run();
    }

    @Override
    public void expunged(int number) {
        then.run();
    }

    @Override
    public void flagsUpdated(int number, Flags flags, @Nullable Long uid) {
        then.run();
    }

    @Override
    public void mailboxDeleted() {
        then.run();
    }
}
