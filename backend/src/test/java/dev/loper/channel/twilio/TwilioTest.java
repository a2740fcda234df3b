package dev.loper.channel.twilio;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/// A test over a real socket, with Twilio's stand-in behind the product and Twilio's signature in front of it.
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = TwilioTestApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "loper.public-url=" + TwilioWorld.PUBLIC, "loper.twilio.reconcile-first-after=1d",
        "loper.twilio.accounts.sms-main.channel=sms", "loper.twilio.accounts.sms-main.name=Text messages",
        "loper.twilio.accounts.sms-main.account-sid=" + TwilioWorld.SID,
        "loper.twilio.accounts.sms-main.auth-token=" + TwilioWorld.TOKEN,
        "loper.twilio.accounts.sms-main.number=+3197010280001",
        "loper.twilio.accounts.sms-other.channel=sms", "loper.twilio.accounts.sms-other.name=Another brand",
        "loper.twilio.accounts.sms-other.brand=Outlet",
        "loper.twilio.accounts.sms-other.account-sid=AC00000000000000000000000000000002",
        "loper.twilio.accounts.sms-other.auth-token=another-token",
        "loper.twilio.accounts.sms-other.number=+3197010280009",
        "loper.twilio.accounts.whatsapp-main.channel=whatsapp",
        "loper.twilio.accounts.whatsapp-main.name=WhatsApp",
        "loper.twilio.accounts.whatsapp-main.account-sid=" + TwilioWorld.SID,
        "loper.twilio.accounts.whatsapp-main.auth-token=" + TwilioWorld.TOKEN,
        "loper.twilio.accounts.whatsapp-main.number=+3197010280002",
        "loper.twilio.accounts.voice-main.channel=voice",
        "loper.twilio.accounts.voice-main.name=Phone",
        "loper.twilio.accounts.voice-main.brand=Veldhuis Wonen",
        "loper.twilio.accounts.voice-main.account-sid=" + TwilioWorld.SID,
        "loper.twilio.accounts.voice-main.auth-token=" + TwilioWorld.TOKEN,
        "loper.twilio.accounts.voice-main.number=+3197010280003"})
@ContextConfiguration(initializers = TwilioTest.Sandbox.class)
public @interface TwilioTest {

    /// Points the product at the stand-in.
    class Sandbox implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TwilioStandIn twilio = new TwilioStandIn();
            TestPropertyValues.of("loper.sandbox-url=" + twilio.url()).applyTo(context);
            context.getBeanFactory().registerSingleton("twilioStandIn", twilio);
        }
    }
}
