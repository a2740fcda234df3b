package dev.loper.sandbox.mail;

import java.util.List;
import java.util.Map;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Writing mail as anybody.
@RestController
@RequestMapping("/api/mails")
class MailController {

    private final Postman postman;

    MailController(Postman postman) {
        this.postman = postman;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> send(@RequestBody OutgoingMail mail) throws MessagingException {
        return Map.of("messageId", postman.send(mail));
    }

    /// The body is a mail as it stands in a `.eml` file; it is sent untouched.
    @PostMapping("/raw")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void sendRaw(@RequestParam String from, @RequestParam List<String> to, @RequestBody byte[] eml)
            throws MessagingException {
        postman.sendRaw(eml, from, to);
    }

    @ExceptionHandler({AddressException.class, IllegalArgumentException.class})
    ProblemDetail unusable(Exception reason) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT,
                "This mail cannot be sent: " + reason.getMessage());
    }
}
