package dev.tailback.problems;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
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
