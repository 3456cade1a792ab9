package dev.tailback.app.doctor;

import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL holds the truth, so it must not lose what it has acknowledged. */
@Singleton
@Order(1)
class PostgresCheck implements Check {

    private static final String AREA = "PostgreSQL";

    private final AskPostgres postgres;

    PostgresCheck(AskPostgres postgres) {
        this.postgres = postgres;
    }

    @Override
    public String area() {
        return AREA;
    }

    @Override
    public List<Line> look() {
        return judged(postgres.facts());
    }

    static List<Line> judged(PostgresFacts facts) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.held(AREA, "version", "PostgreSQL " + facts.version() + " answers."));
        lines.add(kept("fsync", facts.fsync(), "a loss of power can destroy the whole ledger"));
        lines.add(kept("full_page_writes", facts.fullPageWrites(), "a loss of power can destroy pages of the ledger"));
        lines.add(kept(
                "synchronous_commit", facts.synchronousCommit(), "a crash loses ads that people were told are saved"));
        lines.add(user(facts));
        return List.copyOf(lines);
    }

    private static Line kept(String setting, String value, String otherwise) {
        return value.equals("off")
                ? Line.of(
                        Verdict.BROKEN,
                        AREA,
                        setting,
                        setting + " is off: " + otherwise + ".",
                        "Set " + setting + " = on in postgresql.conf (and on no database or user to off), and reload.")
                : Line.held(AREA, setting, setting + " is " + value + ".");
    }

    private static Line user(PostgresFacts facts) {
        String mend = "Run the service app as tailback_app and migrate as tailback_owner; docs/security.md says how.";
        if (facts.isSuperuser()) {
            return Line.of(
                    Verdict.LOSS,
                    AREA,
                    "user",
                    "The service app signs in as a superuser: who takes it over has the whole server.",
                    mend);
        }
        return facts.isOwner()
                ? Line.of(
                        Verdict.LOSS,
                        AREA,
                        "user",
                        "The service app signs in as the owner of its tables: nothing keeps it from rewriting histories.",
                        mend)
                : Line.held(AREA, "user", "The service app may not change its tables, nor rewrite histories.");
    }
}
