package dev.loper.sandbox;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Where the shop's address leads; the page at `/` is found without help.
@Configuration(proxyBeanMethods = false)
class Pages implements WebMvcConfigurer {

    @Override
    public void addViewControllers(ViewControllerRegistry pages) {
        pages.addRedirectViewController("/shop", "/shop/");
        pages.addViewController("/shop/").setViewName("forward:/shop/index.html");
    }
}
