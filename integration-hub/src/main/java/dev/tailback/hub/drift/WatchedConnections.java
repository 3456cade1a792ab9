package dev.tailback.hub.drift;

import dev.tailback.hub.connections.Connection;
import jakarta.inject.Singleton;

/** Makes connections that leave out what is stopped, and notice what smells of another schema. */
@Singleton
public class WatchedConnections {

    private final WatchSchemas watch;
    private final Stops stops;

    WatchedConnections(WatchSchemas watch, Stops stops) {
        this.watch = watch;
        this.stops = stops;
    }

    /**
     * As it can be used now. To be made anew each time somebody asks for the connections: what is stopped may be another
     * thing then.
     *
     * @param connection with its mapping as it is in force
     */
    public Connection of(Connection connection) {
        return new Connection(
                connection.crm(),
                new WatchedConnector(connection, watch, stops),
                connection.objects().stream()
                        .map(mapped -> stops.leaveOut(connection.crm(), mapped))
                        .toList());
    }
}
