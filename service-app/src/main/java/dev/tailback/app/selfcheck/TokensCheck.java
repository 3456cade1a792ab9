package dev.tailback.app.selfcheck;

import dev.tailback.app.sessions.TokenProbe;
import dev.tailback.app.sessions.TokenProbe.Sample;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Tokens are signed as expected, and what is unsigned, foreign, altered or expired opens nothing. */
@Singleton
class TokensCheck implements SelfCheck {

    private static final String CLOSED = "/api/sessions";

    private final TokenProbe probe;

    TokensCheck(TokenProbe probe) {
        this.probe = probe;
    }

    @Override
    public List<String> failures(OwnServer self) {
        List<String> failures = new ArrayList<>();
        if (!probe.ownIsSigned()) {
            failures.add("Sessions and tokens are not signed with HS256. The service app does not start; report this as"
                    + " a security bug, see SECURITY.md.");
        }
        for (Sample sample : probe.samples()) {
            if (probe.reads(sample) || opens(self, sample)) {
                failures.add("A token that is " + sample.what() + " is accepted. The service app does not start; report"
                        + " this as a security bug, see SECURITY.md.");
            }
        }
        return failures;
    }

    private static boolean opens(OwnServer self, Sample sample) {
        return self.status("GET", CLOSED, "Authorization", "Bearer " + sample.token()) != 401
                || self.status("GET", CLOSED, "Cookie", "tailback_session=" + sample.token()) != 401;
    }
}
