package dev.loper.push;

import dev.loper.access.Viewer;
import dev.loper.message.ConversationId;
import java.security.Principal;
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

    PresenceController(Presence presence, Watchers watchers) {
        this.presence = presence;
        this.watchers = watchers;
    }

    /// @param state `viewing`, `typing` or `left`
    record Doing(String conversation, String state) {}

    @MessageMapping("/presence")
    void doing(@Payload Doing doing, @Header(SimpMessageHeaderAccessor.SESSION_ID_HEADER) String session,
            Principal principal) {
        ConversationId conversation = new ConversationId(doing.conversation());
        boolean shown = watchers.find(session).filter(screen -> screen.watch().shows(conversation)).isPresent();
        if (shown || doing.state().equals("left")) {
            presence.say(Viewer.of(principal), conversation, doing.state());
        }
    }
}
