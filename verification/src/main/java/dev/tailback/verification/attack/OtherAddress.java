package dev.tailback.verification.attack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;

/** Addresses of this machine besides 127.0.0.1, so that an attacker comes from elsewhere. macOS has none. */
final class OtherAddress {
    private OtherAddress() {}

    static Optional<InetAddress> of(int last) {
        try (Socket probe = new Socket()) {
            InetAddress address = InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
            probe.bind(new InetSocketAddress(address, 0));
            return Optional.of(address);
        } catch (IOException noneHere) {
            return Optional.empty();
        }
    }
}
