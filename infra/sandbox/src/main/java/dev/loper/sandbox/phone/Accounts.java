package dev.loper.sandbox.phone;

import java.util.List;

import dev.loper.sandbox.SandboxSettings;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/// Finds the number of the product a phone means.
@Component
class Accounts {

    private final SandboxSettings settings;

    Accounts(SandboxSettings settings) {
        this.settings = settings;
    }

    SandboxSettings.Number find(@Nullable String channel, @Nullable String name) {
        if (name != null) {
            return settings.twilio().numberNamed(name).orElseThrow(() -> unknown("account " + name));
        }
        boolean whatsapp = "whatsapp".equals(channel);
        if (!whatsapp && !"sms".equals(channel)) {
            throw unknown("channel " + channel);
        }
        return settings.twilio().numbers().stream().filter(
                number -> number.messaging() && number.whatsapp() == whatsapp).findFirst().orElseThrow(
                        () -> unknown("channel " + channel));
    }

    SandboxSettings.Number at(String address) {
        return settings.twilio().numberAt(address).orElseThrow(() -> unknown("number " + address));
    }

    List<SandboxSettings.Number> whatsapp() {
        return settings.twilio().numbers().stream().filter(SandboxSettings.Number::whatsapp).toList();
    }

    /// The cast's name for a number; others have none on their profile.
    @Nullable
    String nameOf(String phone) {
        return settings.cast().stream().filter(person -> person.phone().equals(phone)).findFirst().map(
                SandboxSettings.Person::name).orElse(null);
    }

    private static ResponseStatusException unknown(String what) {
        return new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT,
                "The sandbox knows no " + what + "; GET /api/world lists what there is.");
    }
}
