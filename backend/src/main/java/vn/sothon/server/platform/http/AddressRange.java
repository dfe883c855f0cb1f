package vn.sothon.server.platform.http;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** Addresses with the same first bits: {@code 192.0.2.0/24}, or a single one. Names are never looked up. */
final class AddressRange {
    private final byte[] first;
    private final int bits;

    private AddressRange(byte[] first, int bits) {
        this.first = first;
        this.bits = bits;
    }

    /**
     * Reads a range, or a single address.
     *
     * @throws IllegalArgumentException it is neither
     */
    static AddressRange of(String written) {
        int slash = written.indexOf('/');
        InetAddress address = address(slash < 0 ? written : written.substring(0, slash));
        int whole = address == null ? 0 : address.getAddress().length * Byte.SIZE;
        int bits = slash < 0 ? whole : number(written.substring(slash + 1));
        if (address == null || bits < 0 || bits > whole) {
            throw new IllegalArgumentException(written + " is no range of addresses, as 192.0.2.0/24 is");
        }
        return new AddressRange(address.getAddress(), bits);
    }

    boolean holds(InetAddress address) {
        byte[] other = address.getAddress();
        if (other.length != first.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if (((first[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    /** The address of that text, with or without a port; absent if it is none. */
    static @Nullable InetAddress address(String text) {
        String plain = text.strip();
        if (plain.startsWith("[") && plain.contains("]")) {
            plain = plain.substring(1, plain.indexOf(']'));
        } else if (plain.indexOf(':') > 0 && plain.indexOf(':') == plain.lastIndexOf(':')) {
            plain = plain.substring(0, plain.indexOf(':'));
        }
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(plain);
        try {
            return bytes == null ? null : InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            return null;
        }
    }

    private static int number(String text) {
        return text.matches("\\d{1,3}") ? Integer.parseInt(text) : -1;
    }
}
