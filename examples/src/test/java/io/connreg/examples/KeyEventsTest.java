package io.connreg.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.ConnectionRegistry;
import io.connreg.CreateConnection;
import io.connreg.KeyId;
import io.connreg.KeyState;
import io.connreg.Keys;
import io.connreg.Secret;
import io.connreg.core.MasterKey;
import io.connreg.spec.CustomSpec;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators hear: a line an event. */
final class KeyEventsTest {
    private static final Logger LOGGER = Logger.getLogger(Keys.class.getName());

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Handler ear = new Handler() {
        @Override
        public void publish(LogRecord line) {
            heard.add(line.getLevel() + " " + line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        LOGGER.setLevel(Level.INFO);
        LOGGER.addHandler(ear);
    }

    @AfterEach
    void stopListening() {
        LOGGER.removeHandler(ear);
        LOGGER.setLevel(null);
    }

    @Test
    void aKeysWholeLifeIsTold() {
        SteppedClock clock = new SteppedClock();
        MasterKey old = MasterKey.line(MasterKey.generate());
        MasterKey young = MasterKey.line(MasterKey.generate());
        try (SharedStore store = SharedStore.Kind.MEMORY.get();
                ConnectionRegistry registry = store.open(old, clock)) {
            Keys keys = registry.keys();
            registry.actingAs(Person.ALICE.caller())
                    .create(CreateConnection.of("c", CustomSpec.empty().secret("s", Secret.of("s3cret"))));
            KeyId first = keys.status().in(KeyState.PRIMARY).get(0);
            KeyId second = keys.rotate();
            keys.reseal();
            keys.retire(first);
            clock.step(SharedStore.GRACE);
            keys.destroy(first);
            keys.verify();
            keys.addMasterKey(young);
            store.open(young, clock).keys().removeMasterKey(old.id());

            assertThat(heard)
                    .containsExactly(
                            "INFO the key slot was created, with the first key",
                            "INFO a key was staged",
                            "INFO key " + second + " was promoted to primary in the place of " + first,
                            "INFO reseal begun",
                            "INFO reseal finished: done 1, already 0, changed meanwhile 0, unreadable 0",
                            "INFO key " + first + " was retired",
                            "INFO key " + first + " was destroyed",
                            "INFO verify begun",
                            "INFO verify finished: done 1, already 0, changed meanwhile 0, unreadable 0",
                            "INFO the master key " + young.id() + " was added",
                            "INFO the master key " + old.id() + " was removed");
        }
    }
}
