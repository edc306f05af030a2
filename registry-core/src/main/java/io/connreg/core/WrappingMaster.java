package io.connreg.core;

import com.google.crypto.tink.Aead;

/** A master key that was found and is ready to wrap. */
record WrappingMaster(MasterId id, Aead aead) {}
