package dev.loper;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.integration.annotation.IntegrationComponentScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/// Loper: one conversation per customer, whatever the channel.
@EnableScheduling
@IntegrationComponentScan
@SpringBootApplication
@ConfigurationPropertiesScan
public class LoperApplication {

    public static void main(String[] args) {
        SpringApplication.run(LoperApplication.class, args);
    }
}
