/// A stand-in for Twilio's Programmable Messaging: it checks what it is sent, moves messages through their states, and posts signed webhooks.
/// What it answers follows Twilio's published API (Messages resource, webhook security, connection overrides, error dictionary).
/// Imports nothing but `live` and the settings; `phone` drives it through `TextNetwork`.
@NullMarked
package dev.loper.sandbox.twilio;

import org.jspecify.annotations.NullMarked;
