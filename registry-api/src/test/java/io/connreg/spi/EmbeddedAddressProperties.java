package io.connreg.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** However an IPv4 address is wrapped, it is judged as it would be by itself. */
final class EmbeddedAddressProperties {
    private static final List<String> BEFORE = List.of(
            "00000000000000000000ffff",
            "0000000000000000ffff0000",
            "0064ff9b0000000000000000",
            "0064ff9b0001000000000000");

    @Property
    void aWrappedAddressIsJudgedAsTheOneWithin(@ForAll @Size(4) byte[] bytes) throws UnknownHostException {
        String hex = HexFormat.of().formatHex(bytes);
        InetAddress within = InetAddress.getByAddress("name", bytes);

        for (TargetPolicy policy : List.of(TargetPolicy.standard(), TargetPolicy.strict())) {
            boolean permitted = policy.permits("name", within, 443);
            for (String before : BEFORE) {
                assertThat(policy.permits("name", address(before + hex), 443)).isEqualTo(permitted);
            }
            assertThat(policy.permits("name", address("2002" + hex + "0".repeat(20)), 443))
                    .isEqualTo(permitted);
        }
    }

    @Property
    void whatTheStandardRuleRefusesTheStrictOneDoesToo(@ForAll @Size(16) byte[] bytes) throws UnknownHostException {
        InetAddress address = Inet6Address.getByAddress("name", bytes, 0);

        assertThat(TargetPolicy.standard().permits("name", address, 443)
                        || !TargetPolicy.strict().permits("name", address, 443))
                .isTrue();
    }

    private static InetAddress address(String hex) throws UnknownHostException {
        return Inet6Address.getByAddress("name", HexFormat.of().parseHex(hex), 0);
    }
}
