package dev.tailback.app.selfcheck;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** A form without our token is refused, and so is one with a made-up token. */
@Singleton
class FormsCheck implements SelfCheck {

    private static final String CREDENTIALS = "name=self-check&password=none";
    private static final String VISIT = "tailback_visit=0123456789abcdef";

    @Override
    public List<String> failures(OwnServer self) {
        List<String> failures = new ArrayList<>();
        if (self.form("/login", CREDENTIALS) != 403) {
            failures.add(sentence("without its token"));
        }
        if (self.form("/login", CREDENTIALS + "&csrfToken=forged", "Cookie", VISIT) != 403) {
            failures.add(sentence("with a forged token"));
        }
        return failures;
    }

    private static String sentence(String how) {
        return "A form " + how + " is not refused. The service app does not start; report this as a security bug,"
                + " see SECURITY.md.";
    }
}
