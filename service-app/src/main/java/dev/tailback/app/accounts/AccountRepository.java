package dev.tailback.app.accounts;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/** The SQL of accounts. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface AccountRepository extends GenericRepository<Account, String> {

    @Query("select * from account where username = :username")
    Optional<Account> find(String username);

    /** An account that exists stays as it is. */
    @Query("""
            insert into account (username, hash, salt, iterations, roles, demo, created_at)
            values (:username, :hash, :salt, :iterations, :roles, :demo, :createdAt)
            on conflict (username) do nothing
            """)
    int addIfNew(Account account);

    @Query("delete from account where demo")
    int deleteDemo();

    @Query("select count(*) from account")
    long count();
}
