package dev.loper.channel.webchat;

import dev.loper.channel.VisitorProof;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ChannelAddress.Visitor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Proof as the chat sees it, in memory: the right code is always 123456.
class FakeProof implements VisitorProof {

    final List<String> sent = new CopyOnWriteArrayList<>();
    final List<String> known = new CopyOnWriteArrayList<>();
    final Map<Visitor, Login> logins = new ConcurrentHashMap<>();

    @Override
    public void sendCode(Visitor visitor, ChannelAddress address, String language, String brand) {
        sent.add(address.value() + " " + language + " " + brand);
    }

    @Override
    public boolean redeem(Visitor visitor, String code) {
        return code.equals("123456");
    }

    @Override
    public boolean mayBe(Visitor visitor, Login login) {
        Login before = logins.get(visitor);
        return before == null || before.user().equals(login.user());
    }

    @Override
    public void signedIn(Visitor visitor, Login login) {
        logins.put(visitor, login);
    }

    @Override
    public void becameKnown(Visitor visitor) {
        known.add(visitor.value());
    }
}
