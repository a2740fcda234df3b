package dev.loper.channel;

import dev.loper.message.AccountId;
import dev.loper.message.ChannelAddress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How it stands with the queue in which a visitor waits, or would wait if they wrote.
public interface VisitorQueues {

    /// So far back a place is told exactly; behind it a visitor hears only that there are more before them.
    int TOLD = 50;

    /// How it stands with each of these windows now, in their order. Many cost about as much as one: ask for all at once.
    ///
    /// @throws IntakeUnavailableException if the store cannot be asked now
    List<Standing> of(List<Window> windows);

    /// An open chat window.
    ///
    /// @param language `en` or `nl`, the language of the page it is on
    record Window(AccountId account, ChannelAddress.Visitor visitor, String language) {}

    /// What a visitor may know of it: numbers and hours, and of other customers nothing else.
    ///
    /// @param open   whether the queue answers at this hour
    /// @param until  when that changes; none if it never does, or if it stays open for more than a day
    /// @param before how many wait before the visitor, up to [#TOLD] and one; none if they do not wait for somebody to take
    ///               up their matter
    /// @param with   who of ours has it and is there
    record Standing(boolean open, @Nullable Instant until, @Nullable Integer before, @Nullable String with) {}
}
