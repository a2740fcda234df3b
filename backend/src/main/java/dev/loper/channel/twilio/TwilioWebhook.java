package dev.loper.channel.twilio;

/// A message as Twilio tells of it, its signature checked.
public record TwilioWebhook(TwilioAccount account, TwilioForm form) {}
