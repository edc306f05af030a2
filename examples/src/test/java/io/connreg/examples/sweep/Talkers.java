package io.connreg.examples.sweep;

import com.google.crypto.tink.Aead;
import io.connreg.ConnectionType;
import io.connreg.ValidationResult.Failure;
import io.connreg.spec.ConnectionSpec;
import io.connreg.spi.ConnectionProbe;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** What a host plugs in and the library does not trust to keep silent: it fails as drivers do, with the login in its words. */
final class Talkers {
    private Talkers() {}

    /** What a host's code throws at the library is the host's. */
    static boolean isTalk(Object thing) {
        return thing instanceof ProbeTalk || thing instanceof KeyServiceTalk;
    }

    /** Thrown by a probe, with what it was told. */
    static final class ProbeTalk extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        ProbeTalk(String words) {
            this(words, new ProbeTalk(words, null));
            addSuppressed(new ProbeTalk(words, null));
        }

        private ProbeTalk(String words, @Nullable ProbeTalk cause) {
            super("no login with " + words, cause);
        }
    }

    /** Thrown by a key service, with its token. */
    static final class KeyServiceTalk extends GeneralSecurityException {
        private static final long serialVersionUID = 1L;

        KeyServiceTalk() {
            super("token " + Canaries.SAID + " expired");
        }
    }

    /** Does what the config {@code outcome} says: a failure, or to talk, or to hang; fine without it. */
    static final class Probe implements ConnectionProbe {
        @Override
        public boolean accepts(ConnectionType type) {
            return !type.equals(ConnectionType.CUSTOM);
        }

        @Override
        public Optional<Failure> probe(ConnectionSpec spec, Duration limit) throws InterruptedException {
            String outcome = spec.configs().getOrDefault("outcome", "fine");
            switch (outcome) {
                case "fine" -> {
                    return Optional.empty();
                }
                case "hang" -> {
                    new CountDownLatch(1).await();
                    throw new ProbeTalk(Canaries.SAID);
                }
                case "talk" ->
                    throw new ProbeTalk(
                            spec.secrets().values().iterator().next().reveal());
                default -> {
                    return Optional.of(Failure.valueOf(outcome));
                }
            }
        }
    }

    static final class KeyService implements Aead {
        @Override
        public byte[] encrypt(byte[] plain, byte[] associatedData) throws GeneralSecurityException {
            throw new KeyServiceTalk();
        }

        @Override
        public byte[] decrypt(byte[] sealed, byte[] associatedData) throws GeneralSecurityException {
            throw new KeyServiceTalk();
        }
    }
}
