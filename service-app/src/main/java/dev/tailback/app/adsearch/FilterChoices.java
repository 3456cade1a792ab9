package dev.tailback.app.adsearch;

import dev.tailback.app.contracts.SeenContracts;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** What the filters of the list suggest, 200 of each at most. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface FilterChoices extends GenericRepository<SeenContracts.Seen, String> {

    @Query("select distinct product from contract_product_label order by product limit 200")
    List<String> products();

    /** Steps from one name to the next in the index, so that many ads of few people are read quickly. */
    @Query("""
            with recursive person(name) as (
                (select created_by from ad order by created_by limit 1)
                union all
                select (select a.created_by from ad a where a.created_by > p.name order by a.created_by limit 1)
                from person p where p.name is not null)
            select name from person where name is not null limit 200
            """)
    List<String> people();
}
