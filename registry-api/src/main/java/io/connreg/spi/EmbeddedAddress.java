package io.connreg.spi;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;

/** The ways to write an IPv4 address as an IPv6 one: whoever gets such a packet may hand it on to the former. */
enum EmbeddedAddress {
    /** {@code ::a.b.c.d} */
    COMPATIBLE("000000000000000000000000", 12),
    /** {@code ::ffff:a.b.c.d} */
    MAPPED("00000000000000000000ffff", 12),
    /** {@code ::ffff:0:a.b.c.d} */
    TRANSLATED("0000000000000000ffff0000", 12),
    NAT64("0064ff9b0000000000000000", 12),
    /** A network's own NAT64, in its usual form. */
    LOCAL_NAT64("0064ff9b0001", 12),
    SIX_TO_FOUR("2002", 2);

    private static final byte[] LOOPBACK = HexFormat.of().parseHex("00000000000000000000000000000001");

    private final String prefix;
    private final int place;

    EmbeddedAddress(String prefix, int place) {
        this.prefix = prefix;
        this.place = place;
    }

    /** The address itself, and what it embeds. */
    static Stream<byte[]> formsOf(byte[] address) {
        if (address.length == 4 || Arrays.equals(address, LOOPBACK)) {
            return Stream.of(address);
        }
        String hex = HexFormat.of().formatHex(address);
        return Stream.concat(
                Stream.of(address),
                Arrays.stream(values())
                        .filter(way -> hex.startsWith(way.prefix))
                        .map(way -> Arrays.copyOfRange(address, way.place, way.place + 4)));
    }
}
