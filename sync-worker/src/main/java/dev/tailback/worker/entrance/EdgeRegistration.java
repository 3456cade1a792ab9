package dev.tailback.worker.entrance;

import dev.tailback.edge.BodySizes;
import dev.tailback.edge.Edge;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import jakarta.inject.Singleton;
import java.util.Map;

/** Places the edge before the framework's server. */
@Singleton
final class EdgeRegistration implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
    /** Nothing is posted to a worker. */
    private static final int LARGEST_BODY = 8_192;

    private final Edge edge;

    EdgeRegistration(EntranceSettings settings) {
        this.edge = new Edge(settings.limits(), new BodySizes(LARGEST_BODY, Map.of()), address -> false);
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(edge);
        return event.getBean();
    }
}
