package dev.tailback.verification.hubtorture;

import dev.tailback.program.ExitCode;
import dev.tailback.verification.fleet.DataDirectory;
import dev.tailback.verification.hubtorture.judging.HubFindings;
import dev.tailback.verification.hubtorture.judging.HubHarm;
import dev.tailback.verification.hubtorture.programs.HubFleet;
import dev.tailback.verification.hubtorture.wire.CallBook;
import dev.tailback.verification.story.StoryFailed;
import java.io.PrintStream;
import java.util.List;

/** {@code ./tailback torture --hub}: people edit the same customers in three CRMs while everything breaks. */
public record HubTorture(HubSettings settings, PrintStream out) {
    private static final int MOST_SHOWN = 40;

    /** @return the exit code: 0, or 1 with one sentence for each finding */
    public int run() {
        out.println(
                "Starting two PostgreSQL, Redis, a Salesforce org, a HubSpot, the shop's tables, the service app and two "
                        + "hubs ...");
        CallBook calls = new CallBook();
        try (HubFleet fleet = HubFleet.start(settings.home(), new DataDirectory(settings.data()), calls)) {
            out.println("Torture: " + settings.command());
            return verdict(findings(fleet, calls));
        }
    }

    private HubFindings findings(HubFleet fleet, CallBook calls) {
        try {
            return new HubRun(settings, fleet, calls, out).run();
        } catch (StoryFailed failed) {
            HubFindings findings = new HubFindings();
            findings.add(HubHarm.FAILED, String.valueOf(failed.getMessage()));
            return findings;
        }
    }

    private int verdict(HubFindings findings) {
        List<HubFindings.Finding> all = findings.all();
        if (all.isEmpty()) {
            out.println("Nothing was lost, nothing was invented, nothing is twice, and every decision is explained.");
            return ExitCode.OK.number();
        }
        all.stream().limit(MOST_SHOWN).forEach(finding -> out.println("  ✗ " + finding));
        out.println(findings.counts()
                + (all.size() > MOST_SHOWN ? " (the first " + MOST_SHOWN + " are shown)" : "")
                + ". The logs are under " + settings.data().resolve("logs") + ". Again: " + settings.command());
        return ExitCode.FAILED.number();
    }
}
