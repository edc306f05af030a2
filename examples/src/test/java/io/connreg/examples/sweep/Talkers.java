package io.connreg.examples.sweep;

import com.google.crypto.tink.Aead;
import io.connreg.ConnectionType;
import io.connreg.ValidationResult.Failure;
import io.connreg.spec.ConnectionSpec;
import io.connreg.spi.ConnectionProbe;
import io.connreg.spi.ProbeException;
import io.connreg.spi.ProbeRun;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
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
        private final Witness witness;

        Probe(Witness witness) {
            this.witness = witness;
        }

        @Override
        public boolean accepts(ConnectionType type) {
            return !type.equals(ConnectionType.CUSTOM);
        }

        @Override
        public Optional<Failure> probe(ConnectionSpec spec, ProbeRun run) throws ProbeException, InterruptedException {
            String outcome = spec.configs().getOrDefault("outcome", "fine");
            switch (outcome) {
                case "fine" -> {
                    return Optional.empty();
                }
                case "knock" -> {
                    ProbeRun watched = witness.of(ProbeRun.class, run);
                    watched.timeLeft();
                    return knock(watched, Integer.parseInt(spec.configs().getOrDefault("port", "")));
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

        private static Optional<Failure> knock(ProbeRun run, int port) throws ProbeException {
            try (Socket far = run.connect("127.0.0.1", port)) {
                return far.isConnected() ? Optional.empty() : Optional.of(Failure.UNREACHABLE);
            } catch (IOException e) {
                return Optional.of(Failure.UNREACHABLE);
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
