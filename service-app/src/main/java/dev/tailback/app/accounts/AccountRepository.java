package dev.tailback.app.accounts;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The SQL of accounts. Nothing deletes one: people in histories keep their names. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface AccountRepository extends GenericRepository<Account, String> {

    @Query("select * from account where username = :username")
    Optional<Account> find(String username);

    /** Those whose name holds the text. */
    @Query("""
            select * from account
             where position(:text in username) > 0
             order by username limit :limit offset :offset
            """)
    List<Account> page(String text, int limit, int offset);

    /** An account that exists stays as it is. */
    @Query("""
            insert into account (username, password, password_set_at, password_once, roles, demo, created_at, created_by)
            values (:username, :password, :createdAt, :passwordOnce, :roles, :demo, :createdAt, :createdBy)
            on conflict (username) do nothing
            """)
    int addIfNew(
            String username,
            @Nullable String password,
            boolean passwordOnce,
            String roles,
            boolean demo,
            Instant createdAt,
            String createdBy);

    /** The account of a person whom a provider vouches for. */
    @Query("select * from account where issuer = :issuer and subject = :subject")
    Optional<Account> ofProvider(String issuer, String subject);

    /** Neither an account of that name nor one of that person is touched. */
    @Query("""
            insert into account (username, password_once, roles, demo, created_at, created_by, issuer, subject)
            values (:username, false, :roles, false, :createdAt, :createdBy, :issuer, :subject)
            on conflict do nothing
            """)
    int addOfProvider(
            String username, String roles, Instant createdAt, String createdBy, String issuer, String subject);

    /** A password that is the account's own: the published one of the demo is gone with it. */
    @Query("""
            update account
               set password = :password, password_set_at = :now, password_once = :once, demo = false
             where username = :username
            """)
    int setPassword(String username, String password, boolean once, Instant now);

    /** The same password, kept in another way, unless it was changed meanwhile. */
    @Query("update account set password = :kept where username = :username and password = :before")
    int keepOtherwise(String username, String before, String kept);

    @Query("update account set roles = :roles where username = :username")
    int setRoles(String username, String roles);

    @Query("""
            update account set disabled_at = :now, disabled_by = :who
             where username = :username and disabled_at is null
            """)
    int disable(String username, String who, Instant now);

    @Query("""
            update account set disabled_at = null, disabled_by = null
             where username = :username and disabled_at is not null
            """)
    int enable(String username);

    /** Locks the admins that may sign in until the transaction ends, so that two admins cannot disable each other. */
    @Query("""
            select * from account
             where 'admin' = any(string_to_array(roles, ',')) and disabled_at is null and password is not null
             order by username for update
            """)
    List<Account> lockAdmins();

    /** Takes the published password away from the demo's accounts that may still sign in. */
    @Query("""
            update account set password = null, disabled_at = :now, disabled_by = 'tailback'
             where demo and disabled_at is null
            returning username
            """)
    List<String> closeDemo(Instant now);

    /** Gives the demo's account its published password again. */
    @Query("""
            update account set password = :password, password_set_at = :now, disabled_at = null, disabled_by = null
             where username = :username and demo and disabled_at is not null
            """)
    int openDemo(String username, String password, Instant now);

    @Query("select count(*) from account where disabled_at is null")
    long countEnabled();
}
