package dev.tailback.web.postgres;

import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** Puts the lanes around the pool, below everything that the framework puts around it. */
@Singleton
class LanesOfThePool implements BeanCreatedEventListener<DataSource>, Ordered {

    private final BadConnections bad;

    LanesOfThePool(BadConnections bad) {
        this.bad = bad;
    }

    @Override
    public DataSource onCreated(BeanCreatedEvent<DataSource> created) {
        if (created.getBean() instanceof HikariDataSource pool) {
            bad.watch(pool);
            return new LanedPool(pool);
        }
        return created.getBean();
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
