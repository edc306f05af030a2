package io.connreg.spi;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** The addresses that begin with the same bits. */
final class AddressRange {
    private final byte[] network;
    private final int bits;

    private AddressRange(byte[] network, int bits) {
        this.network = network;
        this.bits = bits;
    }

    /** One that is written as {@code 10.0.0.0/8} or {@code fe80::/10}. */
    static AddressRange of(String written) {
        int slash = written.indexOf('/');
        try {
            byte[] network = InetAddress.getByName(written.substring(0, slash)).getAddress();
            return new AddressRange(network, Integer.parseInt(written.substring(slash + 1)));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not a range of addresses: " + written, e);
        }
    }

    /** Whether this address, of 4 or 16 bytes, is one of them. */
    boolean contains(byte[] address) {
        int whole = bits / 8;
        return address.length == network.length
                && Arrays.equals(address, 0, whole, network, 0, whole)
                && (bits % 8 == 0 || (address[whole] ^ network[whole]) >> (8 - bits % 8) == 0);
    }
}
