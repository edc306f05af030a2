package io.connreg.core;

import io.connreg.MasterKeyId;
import java.util.Base64;
import java.util.SortedMap;

/**
 * The wrapping key as one master key wraps it.
 *
 * @param master which
 * @param params what the master key's kind needs besides
 * @param wrapped the wrapped key, in base64
 */
record KeyWrap(MasterKeyId master, SortedMap<String, String> params, String wrapped) {

    byte[] wrappedBytes() {
        return Base64.getDecoder().decode(wrapped);
    }

    static byte[] associatedData(byte[] registry, MasterKeyId master, SortedMap<String, String> params) {
        return new BoundFields("connreg/wrap")
                .field(0x01, registry)
                .text(0x02, master.kind())
                .map(0x03, params)
                .toBytes();
    }
}
