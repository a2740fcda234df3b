package dev.loper.channel.voice;

import dev.loper.channel.Calls;
import dev.loper.channel.ChannelAccount;
import dev.loper.channel.PlacedCalls;
import dev.loper.channel.twilio.TwilioAccount;
import dev.loper.channel.twilio.TwilioAccounts;
import dev.loper.channel.twilio.TwilioCall;
import dev.loper.channel.twilio.TwilioCaller;
import dev.loper.message.ChannelKind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;

/// Places calls from our numbers.
@Component
class VoicePlacing implements PlacedCalls {

    private final TwilioAccounts accounts;
    private final TwilioCaller caller;

    VoicePlacing(TwilioAccounts accounts, TwilioCaller caller) {
        this.accounts = accounts;
        this.caller = caller;
    }

    @Override
    public List<ChannelAccount> lines() {
        return accounts.of(ChannelKind.VOICE).stream().map(TwilioAccount::describe).toList();
    }

    @Override
    public Result place(Calls.Call call, String phone) {
        TwilioAccount account = accounts.find(call.account());
        return account == null
                ? new Result.Refused("The number " + call.account() + " is no longer set up.")
                : caller.call(account, phone, account.voiceUrl(query(call)));
    }

    /// What every step of a call that we placed carries.
    static String query(Calls.Call call) {
        return TwilioCall.PLACED + "=" + URLEncoder.encode(call.id(), StandardCharsets.UTF_8);
    }
}
