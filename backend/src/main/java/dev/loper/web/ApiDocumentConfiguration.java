package dev.loper.web;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// The description of the agent API at `/v3/api-docs`: what all of it has in common.
///
/// `frontend/src/types/openapi.json` is a copy, from which the app's types are made; a test holds the two together.
@Configuration(proxyBeanMethods = false)
class ApiDocumentConfiguration {

    static {
        // A set of words is a type of its own, not repeated wherever it is used.
        ModelResolver.enumsAsRef = true;
    }

    @Bean
    OpenAPI apiDocument() {
        String description = "The agent API of Loper. Ids are opaque strings, times are ISO 8601 in UTC, and fields may"
                + " be added. A refusal is a problem (RFC 9457) whose `type` is stable.";
        return new OpenAPI().info(new Info().title("Loper").version("1").license(new License().name("MIT")).description(
                description)).servers(List.of(new Server().url("/")));
    }

    @Bean
    GlobalOpenApiCustomizer apiRecords(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping endpoints) {
        return new ApiRecords(endpoints);
    }

    @Bean
    GlobalOpenApiCustomizer apiOperationIds() {
        return new ApiOperationIds();
    }
}
