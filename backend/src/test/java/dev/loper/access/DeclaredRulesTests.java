package dev.loper.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Looks at every controller of Loper, in whatever package, without starting anything.
class DeclaredRulesTests {

    private static final Path API = Path.of("../frontend/src/types/openapi.json");

    @Test
    void everyEndpointOfTheApiDeclaresWhoMayCallIt() {
        List<String> undeclared = new ArrayList<>();
        List<Class<?>> controllers = controllers();
        for (Class<?> controller : controllers) {
            for (Method method : controller.getDeclaredMethods()) {
                RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
                if (mapping != null && inApi(controller, mapping) && !declared(controller, method)) {
                    undeclared.add(controller.getSimpleName() + "." + method.getName());
                }
            }
        }

        assertThat(controllers).contains(SessionController.class, AuditController.class);
        assertThat(undeclared).isEmpty();
    }

    @Test
    void everyEndpointOfTheApiIsInItsDescription() throws IOException {
        JsonNode paths = JsonMapper.shared().readTree(Files.readString(API)).get("paths");
        List<String> missing = new ArrayList<>();
        for (Class<?> controller : controllers()) {
            for (Method method : controller.getDeclaredMethods()) {
                RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
                if (mapping != null && inApi(controller, mapping)) {
                    Arrays.stream(mapping.method()).map(Enum::name).filter(verb -> !paths.path(path(controller,
                            mapping)).has(verb.toLowerCase(Locale.ROOT))).forEach(
                                    verb -> missing.add(verb + " " + path(controller, mapping)));
                }
            }
        }

        assertThat(missing).as(
                "Say with @Operation(summary = …) what it does, then renew frontend/src/types/openapi.json; "
                        + "CONTRIBUTING.md says how").isEmpty();
    }

    private static boolean declared(Class<?> controller, Method method) {
        return method.isAnnotationPresent(AccessRule.class) || controller.isAnnotationPresent(AccessRule.class);
    }

    private static boolean inApi(Class<?> controller, RequestMapping ofMethod) {
        return path(controller, ofMethod).startsWith("/api/v1");
    }

    private static String path(Class<?> controller, RequestMapping ofMethod) {
        return first(AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class)) + first(ofMethod);
    }

    private static String first(@Nullable RequestMapping mapping) {
        return mapping == null ? "" : Arrays.stream(mapping.path()).findFirst().orElse("");
    }

    private static List<Class<?>> controllers() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        List<Class<?>> found = new ArrayList<>();
        for (BeanDefinition candidate : scanner.findCandidateComponents("dev.loper")) {
            String name = String.valueOf(candidate.getBeanClassName());
            if (!name.contains("Tests$")) {
                found.add(ClassUtils.resolveClassName(name, DeclaredRulesTests.class.getClassLoader()));
            }
        }
        return found;
    }
}
