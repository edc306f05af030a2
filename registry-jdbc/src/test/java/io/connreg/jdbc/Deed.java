package io.connreg.jdbc;

import static io.connreg.jdbc.Rows.row;
import static io.connreg.spi.WriteOutcome.DONE;

import io.connreg.spi.ConnectionHead;
import io.connreg.spi.ConnectionStore;
import io.connreg.spi.ConnectionWrite;
import io.connreg.spi.IndexTerms;
import io.connreg.spi.KeySlot;
import io.connreg.spi.WriteOutcome;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The ways to write, for tests of what happens when something fails in the middle. */
enum Deed {
    INSERT {
        @Override
        Attempt prepare(ConnectionStore store, int number) {
            String id = "insert-" + number;
            return new Attempt(
                    to -> to.insert(version(id, 1)), DONE, Contents.ofRows(id), Contents.NONE, Contents.row(1));
        }
    },
    REPLACE {
        @Override
        Attempt prepare(ConnectionStore store, int number) {
            String id = stored(store, "replace-" + number);
            return new Attempt(
                    to -> to.replace(version(id, 2)), DONE, Contents.ofRows(id), Contents.row(1), Contents.row(2));
        }
    },
    REPLACE_ALL {
        @Override
        Attempt prepare(ConnectionStore store, int number) {
            List<String> ids = IntStream.range(0, 3)
                    .mapToObj(n -> stored(store, "batch-" + number + "-" + n))
                    .toList();
            return new Attempt(
                    to -> to.replaceAll(ids.stream().map(id -> version(id, 2)).toList()),
                    List.of(DONE, DONE, DONE),
                    Contents.ofRows(ids.toArray(String[]::new)),
                    Contents.row(1).repeat(3),
                    Contents.row(2).repeat(3));
        }
    },
    DELETE {
        @Override
        Attempt prepare(ConnectionStore store, int number) {
            String id = stored(store, "delete-" + number);
            return new Attempt(to -> to.delete(id, 1), DONE, Contents.ofRows(id), Contents.row(1), Contents.NONE);
        }
    },
    REPLACE_SLOT {
        @Override
        Attempt prepare(ConnectionStore store, int number) {
            long version = store.slot().map(KeySlot::version).orElse(0L);
            KeySlot next = new KeySlot(version + 1, "keys-" + number);
            String before = store.slot().map(KeySlot::content).orElse("");
            return new Attempt(to -> to.replaceSlot(next), DONE, Contents::ofSlot, before, next.content());
        }
    };

    /** Prepares what it needs in the store, and returns what is to be tried. */
    abstract Attempt prepare(ConnectionStore store, int number);

    private static String stored(ConnectionStore store, String id) {
        WriteOutcome outcome = store.insert(version(id, 1));
        if (outcome != DONE) {
            throw new AssertionError(id + " was to be stored first, but " + outcome);
        }
        return id;
    }

    /** A row that tells by its models and keys too which version it is. */
    static ConnectionWrite version(String id, long version) {
        ConnectionHead head = row(id, "ws", "name of " + id, version).head();
        ConnectionWrite write = Rows.write(head, List.of(new IndexTerms.Model("m" + version, "LLM", true)));
        return Rows.withSecrets(write, (int) version);
    }

    /**
     * Something to be written once.
     *
     * @param contents what tells from a database whether it was, by its URL
     */
    record Attempt(
            Function<ConnectionStore, Object> act,
            Object done,
            Function<String, String> contents,
            String before,
            String after) {}
}
