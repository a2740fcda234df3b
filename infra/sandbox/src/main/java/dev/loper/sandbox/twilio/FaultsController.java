package dev.loper.sandbox.twilio;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Switches troubles on and off.
@RestController
@RequestMapping("/api/faults")
class FaultsController {

    private final Faults faults;

    FaultsController(Faults faults) {
        this.faults = faults;
    }

    @GetMapping
    Faults.Plan show() {
        return faults.plan();
    }

    /// Replaces the whole plan.
    @PutMapping
    Faults.Plan set(@RequestBody Faults.Plan plan) {
        faults.set(plan);
        return faults.plan();
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear() {
        faults.clear();
    }
}
