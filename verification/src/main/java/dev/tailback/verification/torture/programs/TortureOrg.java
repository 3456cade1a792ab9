package dev.tailback.verification.torture.programs;

import dev.tailback.mapping.Mapping;
import dev.tailback.verification.fleet.Blueprint;
import dev.tailback.verification.fleet.DataDirectory;
import dev.tailback.verification.fleet.OrgSource;
import dev.tailback.verification.foreign.ForeignOrg;
import dev.tailback.verification.foreign.PrepareOrg;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The org of a run: Tailback's own objects or another company's, with more contracts than its seed has.
 *
 * @param text the mapping's file; none for Tailback's own
 */
public record TortureOrg(OrgSource source, Mapping mapping, Optional<String> text) {

    /** Before anything else of the run is started. */
    public static TortureOrg of(Settings settings) {
        DataDirectory data = new DataDirectory(settings.data());
        TortureOrg org = settings.mapping()
                .map(file -> of(new PrepareOrg(settings.home(), data).of(file)))
                .orElseGet(() -> own(settings, data));
        Path market = MarketSeed.of(org.source().seed(), org.mapping()).write(data.market());
        OrgSource source = new OrgSource(org.source().source(), org.source().views(), market);
        return new TortureOrg(source, org.mapping(), org.text());
    }

    private static TortureOrg of(ForeignOrg foreign) {
        return new TortureOrg(foreign.source(), foreign.mapping(), Optional.of(foreign.text()));
    }

    private static TortureOrg own(Settings settings, DataDirectory data) {
        Blueprint blueprint = new Blueprint(settings.home(), data);
        Path schema = new Mutants(settings).schema();
        return new TortureOrg(new OrgSource(schema, schema, blueprint.seed()), Mapping.tailback(), Optional.empty());
    }
}
