package dev.tailback.testservices;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Asks for a Docker engine quickly and quietly; Testcontainers asks slowly and prints a stack trace. */
final class DockerEngine {
    private static final long PATIENCE_MS = 1_000;

    private DockerEngine() {}

    static boolean answers() {
        return addresses().stream().anyMatch(DockerEngine::answersInTime);
    }

    private static List<SocketAddress> addresses() {
        String host = System.getenv("DOCKER_HOST");
        if (host != null && !host.isBlank()) {
            return of(URI.create(host.strip()));
        }
        String home = System.getProperty("user.home");
        String runtime = System.getenv("XDG_RUNTIME_DIR");
        return Stream.of(
                        Path.of("/var/run/docker.sock"),
                        Path.of(home, ".docker", "run", "docker.sock"),
                        Path.of(runtime == null ? "/run" : runtime, "docker.sock"))
                .filter(Files::exists)
                .<SocketAddress>map(UnixDomainSocketAddress::of)
                .toList();
    }

    private static List<SocketAddress> of(URI host) {
        return switch (String.valueOf(host.getScheme())) {
            case "unix" -> List.of(UnixDomainSocketAddress.of(host.getPath()));
            case "tcp", "http" -> List.of(new InetSocketAddress(host.getHost(), host.getPort()));
            default -> List.of();
        };
    }

    private static boolean answersInTime(SocketAddress address) {
        CompletableFuture<Boolean> answer = CompletableFuture.supplyAsync(() -> ping(address));
        try {
            return answer.get(PATIENCE_MS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException noEngine) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean ping(SocketAddress address) {
        try (SocketChannel channel = open(address)) {
            channel.connect(address);
            channel.write(
                    ByteBuffer.wrap("GET /_ping HTTP/1.0\r\nHost: docker\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
            ByteBuffer start = ByteBuffer.allocate(64);
            channel.read(start);
            return new String(start.array(), 0, start.position(), StandardCharsets.US_ASCII).contains(" 200 ");
        } catch (IOException noEngine) {
            return false;
        }
    }

    private static SocketChannel open(SocketAddress address) throws IOException {
        return address instanceof UnixDomainSocketAddress
                ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open();
    }
}
