package dev.tailback.app.doctor;

import dev.tailback.salesforce.org.OrgReader;
import dev.tailback.salesforce.org.OrgVersions;
import dev.tailback.salesforce.session.SalesforceSession;
import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Whether the org speaks our version of its API, and whether its clock and ours agree. */
@Singleton
@Order(4)
class VersionCheck implements Check {

    private static final String AREA = "Salesforce";
    private static final String ABOUT = "API version";
    private static final String CLOCK = "clock";
    private static final Duration HARMLESS = Duration.ofMinutes(5);

    private final OrgReader org;
    private final SalesforceSession session;

    VersionCheck(SalesforceSession session) {
        this.org = new OrgReader(session);
        this.session = session;
    }

    @Override
    public String area() {
        return AREA;
    }

    @Override
    public List<Line> look() {
        Failed failed = new Failed(AREA, ABOUT);
        return org.versions()
                .fold(
                        found -> List.of(version(found.value()), clock(found.value())),
                        () -> failed.absent("The org lists no version of its API.", "See who answers in its place."),
                        failed::refused,
                        failed::unavailable);
    }

    private Line version(OrgVersions versions) {
        String ours = session.configuration().apiVersion();
        List<String> offered = versions.offered();
        if (offered.contains(ours)) {
            return Line.held(AREA, ABOUT, "The org offers " + ours + ".");
        }
        String newest = offered.isEmpty() ? "none" : offered.get(offered.size() - 1);
        return Line.of(
                Verdict.BROKEN,
                AREA,
                ABOUT,
                "The org does not list " + ours + "; its newest version is " + newest + ".",
                "Set SALESFORCE_API_VERSION to a version that the org lists, for the service app and the workers.");
    }

    private static Line clock(OrgVersions versions) {
        Duration ahead = versions.clockAhead().orElse(Duration.ZERO);
        if (ahead.abs().compareTo(HARMLESS) > 0) {
            return Line.of(
                    Verdict.HINT,
                    AREA,
                    CLOCK,
                    "The clock of this machine is " + ahead.abs().toMinutes() + " min "
                            + (ahead.isNegative() ? "behind" : "ahead of") + " the org's.",
                    "Set the clock; better, let the machine ask a time server.");
        }
        return Line.held(AREA, CLOCK, "The clocks of this machine and of the org agree.");
    }
}
