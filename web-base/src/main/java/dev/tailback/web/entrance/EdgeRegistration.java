package dev.tailback.web.entrance;

import dev.tailback.edge.Edge;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import jakarta.inject.Singleton;

/** Places the edge before the framework's server. */
@Singleton
class EdgeRegistration implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
    private final Edge edge;

    EdgeRegistration(Edge edge) {
        this.edge = edge;
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(edge);
        return event.getBean();
    }
}
