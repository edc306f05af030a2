package io.connreg.core.broken;

import io.connreg.spi.ConnectionStore;
import io.connreg.spi.ConnectionWrite;
import io.connreg.spi.KeySlot;
import io.connreg.spi.StoredConnection;
import io.connreg.spi.WriteOutcome;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Stores that keep another text than they were given. */
final class BrokenTexts {
    private BrokenTexts() {}

    private static String cut(String text, int characters) {
        return text.length() <= characters ? text : text.substring(0, characters);
    }

    /** Changes names on their way in. */
    static class ChangedNames extends WrappedStore {
        private final UnaryOperator<String> change;

        ChangedNames(ConnectionStore data, UnaryOperator<String> change) {
            super(data);
            this.change = change;
        }

        @Override
        public WriteOutcome insert(ConnectionWrite write) {
            return super.insert(changed(write));
        }

        @Override
        public WriteOutcome replace(ConnectionWrite write) {
            return super.replace(changed(write));
        }

        @Override
        public Optional<StoredConnection> findByName(String workspaceId, String name) {
            return super.findByName(workspaceId, change.apply(name));
        }

        private ConnectionWrite changed(ConnectionWrite write) {
            return withName(write, change.apply(write.head().name()));
        }
    }

    /** Changes documents on their way in. */
    static class ChangedDocuments extends WrappedStore {
        private final UnaryOperator<String> change;

        ChangedDocuments(ConnectionStore data, UnaryOperator<String> change) {
            super(data);
            this.change = change;
        }

        @Override
        public WriteOutcome insert(ConnectionWrite write) {
            return super.insert(changed(write));
        }

        @Override
        public WriteOutcome replace(ConnectionWrite write) {
            return super.replace(changed(write));
        }

        private ConnectionWrite changed(ConnectionWrite write) {
            return withDocument(write, change.apply(write.row().document()));
        }
    }

    /** Keeps the slot in a column that is too short. */
    static class CutSlot extends WrappedStore {
        CutSlot(ConnectionStore data) {
            super(data);
        }

        @Override
        public WriteOutcome replaceSlot(KeySlot next) {
            return super.replaceSlot(new KeySlot(next.version(), cut(next.content(), 4_000)));
        }
    }

    static ConnectionStore trimmedNames(ConnectionStore data) {
        return new ChangedNames(data, String::strip);
    }

    static ConnectionStore cutNames(ConnectionStore data) {
        return new ChangedNames(data, name -> cut(name, 128));
    }

    static ConnectionStore cutDocuments(ConnectionStore data) {
        return new ChangedDocuments(data, document -> cut(document, 65_535));
    }

    static ConnectionStore documentsAsLines(ConnectionStore data) {
        return new ChangedDocuments(data, document -> document.replace("\r\n", "\n"));
    }
}
