package dev.tailback.app.doctor;

import dev.tailback.salesforce.org.OrgIdentity;
import dev.tailback.salesforce.org.OrgReader;
import dev.tailback.salesforce.session.SalesforceSession;
import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.util.List;

/** Whether we get in, as whom, and into which org. */
@Singleton
@Order(3)
class LoginCheck implements Check {

    private static final String AREA = "Salesforce";
    private static final String ABOUT = "login";

    private final OrgReader org;

    LoginCheck(SalesforceSession session) {
        this.org = new OrgReader(session);
    }

    @Override
    public String area() {
        return AREA;
    }

    @Override
    public List<Line> look() {
        return org.identity()
                .fold(
                        found -> List.of(Line.held(AREA, ABOUT, sentence(found.value()))),
                        () -> new Failed(AREA, ABOUT)
                                .absent(
                                        "The login works, but the org does not say who signed in.",
                                        "See whether a proxy answers in the org's place."),
                        refused -> broken(refused.code(), refused.reason()),
                        unavailable -> broken(unavailable.code(), unavailable.reason()));
    }

    private static String sentence(OrgIdentity identity) {
        return "Signed in as " + identity.username().orElse("a user that may not read its own name") + " ("
                + identity.userId() + ") to "
                + identity.organization().map(LoginCheck::kind).orElse("an org that does not tell its name") + " ("
                + identity.organizationId() + ").";
    }

    private static String kind(OrgIdentity.Organization organization) {
        return (organization.isSandbox() ? "the sandbox " : "the org ") + organization.name() + ", "
                + organization.type() + " on " + organization.instance();
    }

    private static List<Line> broken(String code, String reason) {
        return List.of(Line.of(
                Verdict.BROKEN,
                AREA,
                ABOUT,
                reason,
                "Look up " + code + " in docs/errors.md. SALESFORCE_LOGIN_URL, SALESFORCE_CLIENT_ID and "
                        + "SALESFORCE_CLIENT_SECRET say where and as what Tailback signs in."));
    }
}
