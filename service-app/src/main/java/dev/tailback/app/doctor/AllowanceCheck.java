package dev.tailback.app.doctor;

import dev.tailback.salesforce.ApiUsage;
import dev.tailback.salesforce.org.OrgReader;
import dev.tailback.salesforce.session.SalesforceSession;
import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.util.List;

/** What is left of the org's calls of the day. */
@Singleton
@Order(5)
class AllowanceCheck implements Check {

    private static final String AREA = "Salesforce";
    private static final String ABOUT = "daily calls";
    private static final int FEW_PERCENT = 10;

    private final OrgReader org;

    AllowanceCheck(SalesforceSession session) {
        this.org = new OrgReader(session);
    }

    @Override
    public String area() {
        return AREA;
    }

    @Override
    public List<Line> look() {
        Failed failed = new Failed(AREA, ABOUT);
        return org.allowance()
                .fold(
                        found -> List.of(judged(found.value())),
                        () -> failed.absent(
                                "The org does not say how many calls are left of the day.",
                                "Look at Setup, Company Information."),
                        failed::refused,
                        failed::unavailable);
    }

    static Line judged(ApiUsage usage) {
        long left = usage.limit() - usage.used();
        String figures = left + " of " + usage.limit() + " calls are left of the last 24 hours.";
        if (left <= 0) {
            return Line.of(
                    Verdict.BROKEN,
                    AREA,
                    ABOUT,
                    "All " + usage.limit() + " calls of the last 24 hours are used up: Salesforce refuses every other.",
                    "Find out who else calls the org (Setup, API Usage), or buy calls; entries wait meanwhile.");
        }
        return left * 100 < usage.limit() * FEW_PERCENT
                ? Line.of(
                        Verdict.HINT,
                        AREA,
                        ABOUT,
                        figures,
                        "Find out who else calls the org (Setup, API Usage); workers send less often meanwhile.")
                : Line.held(AREA, ABOUT, figures);
    }
}
