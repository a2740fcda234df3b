package dev.loper.search;

import dev.loper.feed.WorkPace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.FileSystemUtils;

/// Opens this node's index.
@Configuration(proxyBeanMethods = false)
class SearchIndexes implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(SearchIndexes.class);

    /// Of a node that found the folder in use.
    private @Nullable Path borrowed;

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
        } catch (LockObtainFailedException e) {
            return besides(properties, words);
        } catch (IOException | IllegalArgumentException e) {
            log.warn("The search index in {} cannot be read; it is made anew.", properties.folder(), e);
            return afresh(properties, words);
        }
    }

    /// Several nodes may run on one folder: the first has the index there, the others one of their own while they run.
    private SearchIndex besides(SearchProperties properties, SearchText words) {
        try {
            borrowed = Files.createTempDirectory("loper-search-");
            log.info("Another node keeps its search index in {}; this one is in {} and is made anew.",
                    properties.folder(), borrowed);
            return SearchIndex.open(borrowed, words);
        } catch (IOException e) {
            throw new UncheckedIOException("No folder could be made for the search index.", e);
        }
    }

    @Override
    public void destroy() throws IOException {
        FileSystemUtils.deleteRecursively(borrowed);
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
