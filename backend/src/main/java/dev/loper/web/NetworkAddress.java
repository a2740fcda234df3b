package dev.loper.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/// Where a request comes from, as limits count it: an IPv4 address, or the /64 an IPv6 address is in, since a household
/// has all of it.
public final class NetworkAddress {

    private NetworkAddress() {}

    /// @param address as the servlet gives it: a literal, never a name
    public static String of(String address) {
        try {
            return InetAddress.ofLiteral(address.replaceFirst("%.*", "")) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), 8)) + "::/64"
                    : address;
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
