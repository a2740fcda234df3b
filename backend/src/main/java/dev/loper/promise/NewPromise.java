package dev.loper.promise;

import dev.loper.customer.Identity;
import dev.loper.message.AccountId;
import dev.loper.message.ChannelKind;
import dev.loper.message.PersonId;
import dev.loper.message.PromiseId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A promise that is about to be made.
///
/// @param id       proposed; nobody can guess it
/// @param link     the digest of the token of its page
/// @param to       where the answer goes
/// @param waitsFor whom its owner waits for
record NewPromise(PromiseId id, String link, PromiseMoment moment, PersonId owner, String ownerName,
        ChannelKind channel, AccountId account, Identity to, @Nullable String waitsFor, Promise.Text text) {

    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>(moment.facts());
        facts.put("id", id.value());
        facts.put("link", link);
        facts.put("owner", owner.value());
        facts.put("ownerName", ownerName);
        facts.put("channel", channel.wire());
        facts.put("account", account.value());
        facts.put("address", to.id());
        if (waitsFor != null) {
            facts.put("waitsFor", waitsFor);
        }
        return facts;
    }
}
