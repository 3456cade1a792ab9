package dev.tailback.localorg;

import dev.tailback.localorg.journal.DataFile;
import dev.tailback.localorg.metadata.Schema;
import dev.tailback.localorg.metadata.SchemaLoader;
import dev.tailback.localorg.org.Org;
import dev.tailback.localorg.rows.Locks;
import dev.tailback.localorg.save.Circumstances;
import dev.tailback.localorg.seed.SeedPlan;
import java.nio.file.Files;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings an org up from its options: with the rows of its data file, or with the seed. */
final class StartOrg implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StartOrg.class);

    private final LocalOrgOptions options;
    private final Circumstances circumstances;
    private final Optional<DataFile> data;

    StartOrg(LocalOrgOptions options, Circumstances circumstances) {
        this.options = options;
        this.circumstances = circumstances;
        this.data = options.content().data().map(DataFile::new);
    }

    Org start() {
        Org org = empty();
        if (data.isPresent() && data.get().exists()) {
            data.get().restore(org);
            return org;
        }
        return seeded(org);
    }

    /** The schema again and the seed again; what was kept is gone. */
    Org startOver() {
        return seeded(empty());
    }

    private Org empty() {
        SchemaLoader loader = new SchemaLoader(options.source());
        Schema schema = loader.load();
        loader.notExecuted().forEach(LOG::warn);
        return new Org(schema, new Locks(options.times().lockWait()), circumstances, options.accounts()::username);
    }

    private Org seeded(Org org) {
        data.ifPresent(file -> file.begin(org));
        options.content().seed().ifPresent(folder -> {
            if (!Files.isDirectory(folder)) {
                throw new IllegalArgumentException("There is no directory " + folder + " to take the seed from.");
            }
            new SeedPlan(folder, options.content().activateSeededContracts()).importInto(org);
        });
        return org;
    }

    @Override
    public void close() {
        data.ifPresent(DataFile::close);
    }
}
