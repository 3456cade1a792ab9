package dev.tailback.web.problems;

import dev.tailback.app.ledger.Ledger;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.sql.SQLException;
import java.util.Map;

/** Calls that only this test knows, to see what becomes of wrong input and of failures nobody expects. */
@Hidden
@Controller("/api/odd")
@Requires(property = "tailback.test.odd-calls")
class OddCalls {

    private final Ledger ledger;
    private final JdbcOperations jdbc;

    OddCalls(Ledger ledger, JdbcOperations jdbc) {
        this.ledger = ledger;
        this.jdbc = jdbc;
    }

    /** PostgreSQL ends the connection while a transaction runs, as it does when it dies. */
    @Get("/postgres-dies-meanwhile")
    @ExecuteOn(TaskExecutors.BLOCKING)
    String postgresDiesMeanwhile() {
        return ledger.write(() -> jdbc.prepareStatement("select pg_terminate_backend(pg_backend_pid())", statement -> {
            statement.execute();
            return "it lives";
        }));
    }

    @Serdeable
    record Order(@NotBlank String name, @Min(1) int units) {}

    @Post
    Order order(@Valid @Body Order order) {
        return order;
    }

    @Get("/{id}")
    Map<String, Object> one(int id) {
        return Map.of("id", id);
    }

    @Get("/failing")
    String failing() {
        throw new IllegalStateException("secret of the inside");
    }

    @Get("/unwritable")
    Map<String, Object> unwritable() {
        return Map.of("thread", Thread.currentThread());
    }

    @Get("/postgres-away")
    String postgresAway() {
        throw new IllegalStateException("any wrapper", new SQLException("connection refused", "08001"));
    }
}
