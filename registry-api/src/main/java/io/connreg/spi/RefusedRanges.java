package io.connreg.spi;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** The two rules that come with the library: what lies in one of these ranges is refused, however it is written. */
final class RefusedRanges implements TargetPolicy {
    private static final List<String> NEVER = List.of(
            "0.0.0.0/8", // this machine
            "169.254.0.0/16", // link-local, and there the metadata of most clouds
            "100.100.100.200/32", // Alibaba Cloud's
            "168.63.129.16/32", // Azure's
            "224.0.0.0/4", // multicast
            "255.255.255.255/32", // broadcast
            "::/128",
            "fe80::/10",
            "fd00:ec2::/32", // AWS's
            "fd20:ce::254/128", // Google's
            "ff00::/8");

    private static final List<String> INNER = List.of(
            "127.0.0.0/8",
            "10.0.0.0/8",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "100.64.0.0/10", // shared with a provider's other customers
            "192.0.0.0/24", // of protocols
            "198.18.0.0/15", // of benchmarks
            "240.0.0.0/4", // for the future
            "::1/128",
            "fc00::/7",
            "fec0::/10");

    static final RefusedRanges STANDARD = new RefusedRanges(NEVER.stream());
    static final RefusedRanges STRICT = new RefusedRanges(Stream.concat(NEVER.stream(), INNER.stream()));

    private final List<AddressRange> ranges;

    private RefusedRanges(Stream<String> ranges) {
        this.ranges = ranges.map(AddressRange::of).toList();
    }

    @Override
    public boolean permits(String host, InetAddress address, int port) {
        return EmbeddedAddress.formsOf(address.getAddress())
                .noneMatch(form -> ranges.stream().anyMatch(range -> range.contains(form)));
    }
}
