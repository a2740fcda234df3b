package dev.loper.search;

import dev.loper.feed.WorkPace;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.FileSystemUtils;

/// Opens this node's index.
@Configuration(proxyBeanMethods = false)
class SearchIndexes {

    private static final Logger log = LoggerFactory.getLogger(SearchIndexes.class);

    @Bean
    SearchText searchText() {
        return new SearchText();
    }

    @Bean
    WorkPace searchPace(SearchProperties properties) {
        return new WorkPace(properties.perSecond());
    }

    /// It can always be made again from what is stored, so one that cannot be read is cleared away.
    @Bean(destroyMethod = "close")
    SearchIndex searchIndex(SearchProperties properties, SearchText words) {
        try {
            return SearchIndex.open(properties.folder(), words);
        } catch (IOException | IllegalArgumentException e) {
            log.warn("The search index in {} cannot be read; it is made anew.", properties.folder(), e);
            return afresh(properties, words);
        }
    }

    private static SearchIndex afresh(SearchProperties properties, SearchText words) {
        try {
            FileSystemUtils.deleteRecursively(properties.folder());
            return SearchIndex.open(properties.folder(), words);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + properties.folder() + " cannot be written.", e);
        }
    }
}
