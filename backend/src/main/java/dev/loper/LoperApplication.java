package dev.loper;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/// Loper: one conversation per customer, whatever the channel.
@SpringBootApplication
@ConfigurationPropertiesScan
public class LoperApplication {

    public static void main(String[] args) {
        SpringApplication.run(LoperApplication.class, args);
    }
}
