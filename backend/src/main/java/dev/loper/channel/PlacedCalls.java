package dev.loper.channel;

import java.util.List;

/// Places calls for people of ours, whose own phone rings first. The phone channel provides it.
public interface PlacedCalls {

    /// The numbers calls can be placed from.
    List<ChannelAccount> lines();

    /// Lets a colleague's phone ring. Whom they are connected with is asked of [Calls#outgoing] once they are there.
    ///
    /// @param call  under an id of our own, which its steps carry
    /// @param phone the colleague's, E.164
    Result place(Calls.Call call, String phone);

    /// What became of it.
    sealed interface Result {

        /// It rings, or will.
        record Rings() implements Result {}

        /// @param reason a sentence that says what to do
        record Refused(String reason) implements Result {}

        /// Nobody can say whether it rings. If it does, its steps tell; it is not placed again.
        record Unknown() implements Result {}
    }
}
