package dev.tailback.hub.connections;

import java.util.List;

/** The connections as they were when they were asked for: one answer for a whole group of records. */
public record ConnectedNow(List<Connection> all) implements Connections {

    public ConnectedNow {
        all = List.copyOf(all);
    }

    public static ConnectedNow of(Connections connections) {
        return new ConnectedNow(connections.all());
    }
}
