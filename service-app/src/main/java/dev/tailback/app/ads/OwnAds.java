package dev.tailback.app.ads;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.UUID;

/** How many ads a person has created, for the bar of every page. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface OwnAds extends GenericRepository<Ad, UUID> {

    /** Beyond this nobody counts: the bar says that there are more. */
    long COUNTED = 999;

    /** Up to {@link #COUNTED} and one more, read by the index of ads by person: the cost does not grow with the ads. */
    @Query("select count(*) from (select from ad where created_by = :person limit 1000) own")
    long count(String person);
}
