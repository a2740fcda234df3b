package dev.loper.sandbox.twilio;

/// A refusal in Twilio's words: its code from the error dictionary, a sentence, and the HTTP status.
record TwilioError(int code, String message, int status) {

    static TwilioError badRequest(int code, String message) {
        return new TwilioError(code, message, 400);
    }

    static TwilioError unauthorized() {
        return new TwilioError(20003, "Authenticate", 401);
    }

    static TwilioError notFound(String path) {
        return new TwilioError(20404, "The requested resource " + path + " was not found", 404);
    }

    /// A refusal by code alone, for faults that are switched on.
    static TwilioError ofCode(int code) {
        return switch (code) {
            case 20003 -> unauthorized();
            case 20429 -> new TwilioError(code, "Too Many Requests", 429);
            case 20500 -> new TwilioError(code, "An internal server error has occurred", 500);
            case 20503 -> new TwilioError(code, "Service unavailable", 503);
            default -> badRequest(code, "This message was refused because a fault is switched on in the sandbox");
        };
    }
}
