package dev.loper.web;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Serves the agent app and the chat widget out of the jar.
///
/// Files below `/assets` carry a hash in their name and never change. The others have no usable date (the jar's files
/// all bear the same one), so they are not kept, except the widget's script: five minutes.
@Configuration(proxyBeanMethods = false)
class AppResources implements WebMvcConfigurer {

    private static final String FILES = "classpath:/META-INF/resources/";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**").addResourceLocations(FILES + "assets/").setCacheControl(
                CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/widget/**").addResourceLocations(FILES + "widget/").setUseLastModified(
                false).setCacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic());
        registry.addResourceHandler("/**").addResourceLocations(FILES).setUseLastModified(false).setCacheControl(
                CacheControl.noStore()).resourceChain(false).addResolver(new AppResolver());
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/").setViewName("forward:/index.html");
    }
}
