package io.connreg.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses the two rules refuse. */
final class TargetPolicyTest {
    private static boolean permits(TargetPolicy policy, String address) throws UnknownHostException {
        return policy.permits("name", InetAddress.getByName(address), 443);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "169.254.0.1",
                "169.254.169.254",
                "169.254.255.255",
                "100.100.100.200",
                "168.63.129.16",
                "224.0.0.1",
                "239.255.255.255",
                "255.255.255.255",
                "::",
                "fe80::1",
                "febf:ffff::1",
                "fd00:ec2::254",
                "fd00:ec2::23",
                "fd20:ce::254",
                "ff02::1",
                "::ffff:169.254.169.254",
                "::169.254.169.254",
                "::ffff:0:169.254.169.254",
                "64:ff9b::169.254.169.254",
                "64:ff9b::100.100.100.200",
                "64:ff9b:1::169.254.169.254",
                "2002:a9fe:a9fe::1",
                "2002:6464:64c8::"
            })
    void refusedByBoth(String address) throws UnknownHostException {
        assertThat(permits(TargetPolicy.standard(), address)).isFalse();
        assertThat(permits(TargetPolicy.strict(), address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.255",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.0.1",
                "100.64.0.1",
                "100.100.100.201",
                "198.18.0.1",
                "240.0.0.1",
                "::1",
                "fc00::1",
                "fd12::1",
                "fec0::1",
                "64:ff9b::10.0.0.1",
                "2002:7f00:1::"
            })
    void refusedByTheStrictOneAlone(String address) throws UnknownHostException {
        assertThat(permits(TargetPolicy.standard(), address)).isTrue();
        assertThat(permits(TargetPolicy.strict(), address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "169.253.255.255",
                "169.255.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "223.255.255.255",
                "2606:4700::1111",
                "fe00::1",
                "64:ff9b::1.1.1.1",
                "2002:101:101::"
            })
    void refusedByNeither(String address) throws UnknownHostException {
        assertThat(permits(TargetPolicy.standard(), address)).isTrue();
        assertThat(permits(TargetPolicy.strict(), address)).isTrue();
    }

    /** Java makes an IPv4 address of it when it reads one, but not when it is handed the bytes so. */
    @Test
    void aMappedAddressThatJavaLeftAsItIsIsRefusedToo() throws UnknownHostException {
        byte[] mapped = InetAddress.getByName("2001:db8::").getAddress();
        Arrays.fill(mapped, 0, 10, (byte) 0);
        mapped[10] = -1;
        mapped[11] = -1;
        System.arraycopy(InetAddress.getByName("169.254.169.254").getAddress(), 0, mapped, 12, 4);
        InetAddress address = Inet6Address.getByAddress("name", mapped, 0);

        assertThat(address).isInstanceOf(Inet6Address.class);
        assertThat(TargetPolicy.standard().permits("name", address, 80)).isFalse();
    }
}
