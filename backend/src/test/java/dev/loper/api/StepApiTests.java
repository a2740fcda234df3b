package dev.loper.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loper.message.ChannelAddress;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Steps from a shop's back end.
class StepApiTests extends ApiCase {

    /// A token in a shop is one that may be stolen there.
    @Test
    void aShopTellsThemWithATokenThatErasesAndAdministersNothing() {
        Caller shop = agent("billing");
        Talk talk = in("orders", text());
        String visitor = "Shop" + UUID.randomUUID().toString().replace("-", "").substring(0, 18);
        assertThat(new ChannelAddress.Visitor(visitor).value()).hasSize(22);
        assertThat(shop.post("/api/v1/steps", Map.of("visitor", visitor, "steps", List.of(Map.of("id", "o1", "kind",
                "order", "name", "Paid")))).status()).isEqualTo(204);
        refused(shop.get("/api/v1/customers/" + talk.customer() + "/steps"), 404, "not-found");
        refused(shop.post("/api/v1/customers/" + talk.customer() + "/erasure", Map.of("name", "Ada")), 403,
                "forbidden");
        refused(shop.get("/api/v1/triggers"), 403, "forbidden");
    }
}
