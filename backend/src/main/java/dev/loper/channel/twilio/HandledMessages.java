package dev.loper.channel.twilio;

import dev.loper.message.AccountId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// The messages this node handed in lately, so that [TwilioReconciliation] need not fetch their pictures again.
///
/// A memory, not a truth: what it forgot, or another node took, is handed in once more and found to be a repeat, or the
/// same dead letter.
@Component
class HandledMessages {

    private static final int MAX = 20_000;

    private volatile Set<String> young = ConcurrentHashMap.newKeySet();
    private volatile Set<String> old = Set.of();

    void add(AccountId account, String sid) {
        if (young.size() >= MAX) {
            turn();
        }
        young.add(key(account, sid));
    }

    boolean contains(AccountId account, String sid) {
        String key = key(account, sid);
        return young.contains(key) || old.contains(key);
    }

    private synchronized void turn() {
        if (young.size() >= MAX) {
            old = young;
            young = ConcurrentHashMap.newKeySet();
        }
    }

    private static String key(AccountId account, String sid) {
        return account.value() + ' ' + sid;
    }
}
