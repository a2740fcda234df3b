package dev.loper.imports;

import dev.loper.conversation.ImportResult;
import dev.loper.conversation.ImportStore;
import dev.loper.redis.MemoryGuard;
import dev.loper.redis.StoreUnavailableException;
import java.util.List;
import org.springframework.stereotype.Component;

/// Imports messages, each on its own: one that cannot be read refuses none of the others.
@Component
public class Importer {

    private final ImportReader reader;
    private final ImportStore store;
    private final MemoryGuard memory;

    Importer(ImportReader reader, ImportStore store, MemoryGuard memory) {
        this.reader = reader;
        this.store = store;
        this.memory = memory;
    }

    /// What became of a message.
    public sealed interface Outcome {

        record Kept(ImportResult result) implements Outcome {}

        /// @param field  at fault
        /// @param detail what to change, a sentence
        record Refused(String field, String detail) implements Outcome {}
    }

    /// Imports messages in the order given, the oldest of a thread first.
    ///
    /// @param source where they come from; within it their ids are unique
    /// @throws StoreUnavailableException if the store cannot take them now; importing all again is safe
    public List<Outcome> add(String source, List<NewImport> messages) {
        if (memory.full()) {
            throw new StoreUnavailableException("The store is nearly full; nothing more is taken in.");
        }
        return messages.stream().map(message -> add(source, message)).toList();
    }

    private Outcome add(String source, NewImport message) {
        try {
            return new Outcome.Kept(store.add(reader.read(source, message)));
        } catch (ImportRefusedException e) {
            return new Outcome.Refused(e.field(), String.valueOf(e.getMessage()));
        }
    }
}
