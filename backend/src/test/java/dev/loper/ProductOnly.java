package dev.loper;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/// Leaves out what only tests define, so that a test can start the product as it is:
/// `@TypeExcludeFilters(ProductOnly.class)`.
public final class ProductOnly extends TypeExcludeFilter {

    private static final String TESTS = ProductOnly.class.getProtectionDomain().getCodeSource().getLocation().getPath();

    @Override
    public boolean match(MetadataReader type, MetadataReaderFactory factory) throws IOException {
        return type.getResource().getURL().getPath().startsWith(TESTS);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProductOnly;
    }

    @Override
    public int hashCode() {
        return ProductOnly.class.hashCode();
    }
}
