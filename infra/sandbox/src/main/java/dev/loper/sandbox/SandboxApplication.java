package dev.loper.sandbox;

import java.time.Clock;
import java.util.Optional;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;

/// A local world around Loper: mail servers, stand-ins for the providers, and the customer's side of every channel.
@SpringBootApplication
@EnableConfigurationProperties(SandboxSettings.class)
public class SandboxApplication {

    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(SandboxApplication.class);
        application.addListeners(new StopsBeforeTakenPorts());
        application.run(args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /// Ends the start with one sentence instead of a stack trace.
    private static final class StopsBeforeTakenPorts
            implements
                ApplicationListener<ApplicationEnvironmentPreparedEvent> {

        @Override
        public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
            Optional<String> reason = TakenPorts.firstIn(event.getEnvironment());
            if (reason.isPresent()) {
                System.err.println(reason.get());
                System.exit(1);
            }
        }
    }
}
