package dev.tailback.localservices;

import java.util.List;

/** What a postmaster is started with: what is committed is on the disk, and only this machine gets in. */
final class PostgresSettings {
    private PostgresSettings() {}

    static List<String> keepingEverything() {
        return List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                "max_connections=200",
                "timezone=UTC",
                "log_timezone=UTC");
    }
}
