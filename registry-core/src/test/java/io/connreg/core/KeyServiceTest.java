package io.connreg.core;

import static io.connreg.core.KeyRingTest.assertUnavailable;
import static io.connreg.core.KeyRingTest.withSecret;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.Aead;
import io.connreg.ConnectionView;
import io.connreg.Connections;
import io.connreg.KeyUnavailableException.Reason;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A master key that lives in a service, which may be away. */
final class KeyServiceTest {
    private final Desk desk = new Desk();
    private final Service service = new Service();

    /** Wraps, unless it has a reason not to. */
    private static final class Service implements Aead {
        private final Aead real = newAead();
        private @Nullable Exception encrypting;
        private @Nullable Exception decrypting;

        @Override
        public byte[] encrypt(byte[] plaintext, byte[] associatedData) throws GeneralSecurityException {
            check(encrypting);
            return real.encrypt(plaintext, associatedData);
        }

        @Override
        public byte[] decrypt(byte[] ciphertext, byte[] associatedData) throws GeneralSecurityException {
            check(decrypting);
            return real.decrypt(ciphertext, associatedData);
        }

        private static void check(@Nullable Exception failure) throws GeneralSecurityException {
            if (failure instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            if (failure != null) {
                throw new GeneralSecurityException("decryption failed, s3cret", failure);
            }
        }
    }

    private static Aead newAead() {
        return MasterKey.line(MasterKey.generate()).forStoredKeys().aead();
    }

    private Connections with(String label, Aead aead) {
        return desk.open(MasterKey.aead(label, aead)).actingAs(Desk.ALICE);
    }

    @Test
    void anOutageWhenTheFirstKeyIsMadeIsToldAndHealsByItself() {
        Connections alice = with("kms-1", service);
        service.encrypting = new IOException("no route to host");
        assertUnavailable(
                Reason.UNREACHABLE,
                () -> alice.create(withSecret("c")),
                message -> assertThat(message).contains("kms-1").doesNotContain("s3cret", "no route"));
        assertThat(desk.store.slot()).isEmpty();

        service.encrypting = null;

        alice.open(alice.create(withSecret("c")).id()).close();
    }

    @Test
    void anOutageWhenKeysAreOpenedIsToldFromTampering() {
        String id = with("kms-1", service).create(withSecret("c")).id();
        Connections late = with("kms-1", service);
        for (Exception outage : new Exception[] {
            new IOException("reset"), new TimeoutException("slow"), new RuntimeException(new IOException("reset"))
        }) {
            service.decrypting = outage;
            assertUnavailable(Reason.UNREACHABLE, () -> late.open(id), message -> {});
        }
        service.decrypting = new IllegalStateException("of no class that tells, but nothing works");
        assertUnavailable(Reason.UNREACHABLE, () -> late.open(id), message -> {});

        service.decrypting = null;

        late.open(id).close();
    }

    @Test
    void aServiceUnderAnotherNameIsAnotherMasterKeyAndOneThatIsDownIsNone() {
        ConnectionView view = with("kms-1", service).create(withSecret("c"));
        Service other = new Service();

        assertUnavailable(
                Reason.WRONG_MASTER_KEY,
                () -> with("kms-2", service).open(view.id()),
                message -> assertThat(message).contains("kms-1", "kms-2"));
        assertUnavailable(Reason.CORRUPT_OR_TAMPERED, () -> with("kms-1", other).open(view.id()), message -> {});
        other.encrypting = new IllegalStateException("down");
        assertUnavailable(Reason.UNREACHABLE, () -> with("kms-2", other).open(view.id()), message -> {});
    }
}
