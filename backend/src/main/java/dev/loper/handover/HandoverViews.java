package dev.loper.handover;

import dev.loper.message.EntryId;
import dev.loper.reply.Channels;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Shows handovers. What proves one is shown while it is open, and only to those who may hand the customer over.
@Component
class HandoverViews {

    private final ProofLinks links;
    private final Channels channels;
    private final Clock clock;

    HandoverViews(ProofLinks links, Channels channels, Clock clock) {
        this.links = links;
        this.channels = channels;
        this.clock = clock;
    }

    HandoverView of(Handover handover) {
        return view(handover, handover.open(clock.instant())
                ? channels.account(handover.account()).map(account -> links.of(handover, account))
                : Optional.empty());
    }

    /// The same for whoever may read the topic and not answer in it.
    HandoverView withoutProof(Handover handover) {
        return view(handover, Optional.empty());
    }

    private HandoverView view(Handover handover, Optional<ProofLinks.Shown> shown) {
        String link = shown.map(ProofLinks.Shown::url).filter(url -> !url.isEmpty()).orElse(null);
        String address = handover.address();
        return new HandoverView(handover.id().value(), state(handover), handover.how().wire(), handover.from(),
                handover.to(), handover.account().value(), handover.topic().value(),
                address == null ? null : address.substring(address.indexOf(':') + 1), link,
                shown.map(ProofLinks.Shown::code).filter(code -> !code.isEmpty()).orElse(null), qr(link),
                new HandoverView.ByView(handover.by().kind(), handover.by().id(), handover.by().name()),
                handover.offered(), handover.expires(), handover.closed(),
                Optional.ofNullable(handover.entry()).map(EntryId::value).orElse(null), handover.said());
    }

    /// One whose time has passed is closed, also in the moment before its timer says so.
    private HandoverState state(Handover handover) {
        return handover.state() == HandoverState.OFFERED && !handover.open(clock.instant())
                ? HandoverState.EXPIRED
                : handover.state();
    }

    private static HandoverView.@Nullable QrView qr(@Nullable String link) {
        if (link == null || link.startsWith("tel:")) {
            return null;
        }
        QrPicture picture = QrPicture.of(link);
        return new HandoverView.QrView(picture.size(), picture.path());
    }
}
