package dev.tailback.app.sessions;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The SQL of sessions. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SessionRows extends GenericRepository<Session, String> {

    @Query("""
            insert into session (id_hash, username, kind, address, created_at, expires_at, name, roles)
            values (:idHash, :username, :kind, :address, :createdAt, :expiresAt, :name, :roles)
            """)
    void open(Session session);

    /** Roles are read here every time, so that a session never keeps what its account has lost. */
    @Query("""
            select a.username, a.roles, s.roles as token_roles, a.password_once,
                   a.issuer is not null as of_provider, s.kind, s.expires_at
              from session s join account a on a.username = s.username
             where s.id_hash = :idHash and s.username = :username and s.ended_at is null and s.expires_at > :now
               and a.disabled_at is null
            """)
    Optional<Holder> holder(String idHash, String username, Instant now);

    @Query("""
            update session set expires_at = :end, used_at = :now
             where id_hash = :idHash and ended_at is null and expires_at > :now
            """)
    int liveOn(String idHash, Instant end, Instant now);

    @Query("""
            select id_hash, username, kind, address, created_at, expires_at, name, roles, used_at
              from session
             where username = :username and ended_at is null and expires_at > :now
             order by created_at desc, id_hash
            """)
    List<Session> living(String username, Instant now);

    @Query("update session set ended_at = :now where id_hash = :idHash and username = :username and ended_at is null")
    int end(String idHash, String username, Instant now);

    @Query("""
            update session set ended_at = :now
             where username = :username and ended_at is null and expires_at > :now and id_hash <> :kept
            """)
    int endAllBut(String username, String kept, Instant now);

    /** API tokens stay. */
    @Query("""
            update session set ended_at = :now
             where username = :username and ended_at is null and expires_at > :now and id_hash <> :kept
               and kind <> 'API_TOKEN'
            """)
    int endSessionsBut(String username, String kept, Instant now);

    @Query("update account set signed_in_at = :now where username = :username")
    void signedIn(String username, Instant now);

    /** Ends the oldest ones of an account beyond so many; API tokens are not counted and stay. */
    @Query("""
            update session set ended_at = :now
             where id_hash in (select id_hash from session
                                where username = :username and ended_at is null and kind <> 'API_TOKEN'
                                order by created_at desc, id_hash offset :most)
            """)
    int endBeyond(String username, int most, Instant now);

    @Query("""
            select count(*) from session
             where username = :username and kind = 'API_TOKEN' and ended_at is null and expires_at > :now
            """)
    long apiTokens(String username, Instant now);

    @Query("""
            delete from session
             where id_hash in (select id_hash from session where expires_at < :before order by expires_at limit 1000)
            """)
    int forgetOver(Instant before);
}
