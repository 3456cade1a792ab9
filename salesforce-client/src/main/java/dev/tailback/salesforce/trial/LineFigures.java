package dev.tailback.salesforce.trial;

import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.Part;
import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.query.Cells;
import dev.tailback.salesforce.query.OrgQuery;
import dev.tailback.salesforce.query.Soql;
import dev.tailback.salesforce.session.SalesforceSession;
import java.math.BigDecimal;

/** The figures of a sold line as the session's user sees them: each is asked for alone, since one may be hidden. */
public final class LineFigures {

    private final OrgQuery query;
    private final Mapping mapping;

    public LineFigures(SalesforceSession session, Mapping mapping) {
        this.query = new OrgQuery(session);
        this.mapping = mapping;
    }

    /** Absent when this user sees no such line; refused, in Salesforce's words, when the field is hidden. */
    public Reading<BigDecimal> figure(String lineId, Idea idea) {
        String field = mapping.field(idea);
        String soql = "SELECT Id, " + field + " FROM " + mapping.object(Part.CONTRACT_PRODUCT) + " WHERE Id = "
                + Soql.quoted(lineId);
        return query.rows(soql, row -> new Cells(row).amount(field))
                .flatMap(found -> found.value().isEmpty()
                        ? new Reading.Absent<>()
                        : new Reading.Found<>(found.value().get(0), found.readAt()));
    }
}
