package io.connreg.core;

import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.function.BooleanSupplier;

/** A key service that is there or away. */
final class SwitchedAead implements Aead {
    private final Aead real =
            MasterKey.line(MasterKey.generate()).forStoredKeys().aead();
    private final BooleanSupplier away;

    SwitchedAead(BooleanSupplier away) {
        this.away = away;
    }

    @Override
    public byte[] encrypt(byte[] plaintext, byte[] associatedData) throws GeneralSecurityException {
        check();
        return real.encrypt(plaintext, associatedData);
    }

    @Override
    public byte[] decrypt(byte[] ciphertext, byte[] associatedData) throws GeneralSecurityException {
        check();
        return real.decrypt(ciphertext, associatedData);
    }

    private void check() throws GeneralSecurityException {
        if (away.getAsBoolean()) {
            throw new GeneralSecurityException("no", new IOException("no route to host"));
        }
    }
}
