package dev.loper;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// Modules use each other's public types only, and never in a circle.
class ModularityTests {

    @Test
    void modulesHaveNoCyclesAndUseNoInternals() {
        ApplicationModules.of(LoperApplication.class).verify();
    }
}
