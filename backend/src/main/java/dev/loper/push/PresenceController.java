package dev.loper.push;

import dev.loper.access.Viewer;
import dev.loper.channel.Typing;
import dev.loper.message.ChannelAddress;
import dev.loper.message.ConversationId;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.messaging.handler.annotation.Payload;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.stereotype.Controller;

/// Takes what somebody does in the conversation their screen shows; in any other it is not heard.
@Controller
class PresenceController {

    private final Presence presence;
    private final Watchers watchers;
    private final ApplicationEventPublisher events;

    PresenceController(Presence presence, Watchers watchers, ApplicationEventPublisher events) {
        this.presence = presence;
        this.watchers = watchers;
        this.events = events;
    }

    /// @param state `viewing`, `typing` or `left`
    /// @param to    the visitor whom the answer being written is for; none for a note, or on another channel
    record Doing(String conversation, String state, @Nullable String to) {}

    @MessageMapping("/presence")
    void doing(@Payload Doing doing, @Header(SimpMessageHeaderAccessor.SESSION_ID_HEADER) String session,
            Principal principal) {
        ConversationId conversation = new ConversationId(doing.conversation());
        boolean shown = watchers.find(session).filter(screen -> screen.watch().shows(conversation)).isPresent();
        if (shown || doing.state().equals("left")) {
            Viewer viewer = Viewer.of(principal);
            presence.say(viewer, conversation, doing.state());
            tellVisitor(doing, conversation, viewer);
        }
    }

    private void tellVisitor(Doing doing, ConversationId conversation, Viewer viewer) {
        String visitor = doing.to();
        if (visitor != null) {
            events.publishEvent(new AgentTyped(conversation, new ChannelAddress.Visitor(visitor), viewer.name(),
                    doing.state().equals("typing") ? Typing.STARTED : Typing.STOPPED));
        }
    }
}
