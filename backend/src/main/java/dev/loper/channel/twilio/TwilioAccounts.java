package dev.loper.channel.twilio;

import dev.loper.message.AccountId;
import dev.loper.message.ChannelKind;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The numbers at Twilio that are configured here.
@Component
public class TwilioAccounts {

    private final Map<String, TwilioAccount> accounts = new LinkedHashMap<>();

    TwilioAccounts(TwilioSettings settings, TwilioHttpClient http) {
        settings.twilio().accounts().forEach((id, account) -> accounts.put(id,
                new TwilioAccount(new AccountId(id), account, settings.publicUrl(), http)));
    }

    public @Nullable TwilioAccount find(AccountId id) {
        return accounts.get(id.value());
    }

    public List<TwilioAccount> of(ChannelKind channel) {
        return accounts.values().stream().filter(account -> account.channel() == channel).toList();
    }

    Collection<TwilioAccount> all() {
        return accounts.values();
    }
}
