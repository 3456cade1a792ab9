package dev.tailback.web.forwarded;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** An address or a range of addresses (CIDR), such as {@code 10.0.0.0/8} or {@code fd00::/8}. */
record Network(InetAddress address, int prefix) {

    /** Empty when the text is neither an IP address nor a range; names are never looked up. */
    static Optional<Network> parse(String text) {
        String[] parts = text.strip().split("/", -1);
        Optional<InetAddress> address = literal(parts[0]);
        if (address.isEmpty() || parts.length > 2) {
            return Optional.empty();
        }
        int bits = address.get().getAddress().length * 8;
        if (parts.length == 1) {
            return Optional.of(new Network(address.get(), bits));
        }
        return parts[1].matches("\\d{1,3}") && Integer.parseInt(parts[1]) <= bits
                ? Optional.of(new Network(address.get(), Integer.parseInt(parts[1])))
                : Optional.empty();
    }

    /** Reads an IP address as it is written, never a name. */
    static Optional<InetAddress> literal(String text) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(text);
        try {
            return bytes == null ? Optional.empty() : Optional.of(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException wrongLength) {
            return Optional.empty();
        }
    }

    boolean contains(InetAddress other) {
        byte[] ours = address.getAddress();
        byte[] theirs = other.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((ours[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
