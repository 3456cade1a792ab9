package dev.tailback.web.postgres;

import dev.tailback.app.ledger.Ledger;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;

/** Writes that PostgreSQL refuses with a state of the test's choice, after something was written. */
@Hidden
@Controller("/api/refusing")
@Requires(property = "tailback.test.refusing-calls")
class RefusingCalls {

    private final Ledger ledger;
    private final JdbcOperations jdbc;

    RefusingCalls(Ledger ledger, JdbcOperations jdbc) {
        this.ledger = ledger;
        this.jdbc = jdbc;
    }

    @Post("/{state}")
    @ExecuteOn(TaskExecutors.BLOCKING)
    String write(String state) {
        return ledger.write(() -> {
            execute("insert into refused values ('" + state + "')");
            execute("do $$ begin raise exception 'refused by the test' using errcode = '" + state + "'; end $$");
            return "saved";
        });
    }

    private void execute(String sql) {
        jdbc.prepareStatement(sql, statement -> statement.execute());
    }
}
