package dev.tailback.localorg;

import dev.tailback.localorg.change.ChangeSchema;
import dev.tailback.localorg.change.OrgSource;
import dev.tailback.localorg.journal.DataFile;
import dev.tailback.localorg.metadata.Schema;
import dev.tailback.localorg.org.Org;
import dev.tailback.localorg.rows.Locks;
import dev.tailback.localorg.save.Circumstances;
import dev.tailback.localorg.seed.SeedPlan;
import dev.tailback.localorg.switches.Switch;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings an org up from its options: with the rows of its data file, or with the seed. */
final class StartOrg implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StartOrg.class);

    private final LocalOrgOptions options;
    private final Circumstances circumstances;
    private final Optional<DataFile> data;
    private OrgSource source;

    StartOrg(LocalOrgOptions options, Circumstances circumstances) {
        this.options = options;
        this.circumstances = circumstances;
        this.data = options.content().data().map(DataFile::new);
        this.source = OrgSource.of(options.source());
    }

    Org start() {
        if (data.isPresent() && data.get().exists()) {
            source = data.get().source(source);
            Org org = empty();
            data.get().restore(org, source);
            return org;
        }
        return seeded(empty());
    }

    /** The schema again and the seed again; what was changed and what was kept is gone. */
    Org startOver() {
        OrgSource before = source;
        try {
            source = OrgSource.of(options.source());
            return seeded(empty());
        } catch (RuntimeException e) {
            source = before;
            throw e;
        }
    }

    /** The org under a changed schema; what it was before stays when that cannot be. */
    Org changed(Org before, OrgSource.Step step) {
        ChangeSchema.Changed changed = ChangeSchema.change(before, source, step);
        data.ifPresent(file -> file.keep(changed.org(), changed.source()));
        source = changed.source();
        List<String> known = before.notExecuted();
        changed.org().notExecuted().stream()
                .filter(sentence -> !known.contains(sentence))
                .forEach(LOG::warn);
        return changed.org();
    }

    /** The files it executes now. */
    OrgSource source() {
        return source;
    }

    private Org empty() {
        Schema schema = source.schema();
        source = source.with(schema);
        Org org = new Org(schema, new Locks(this::lockWait), circumstances, options.accounts()::username);
        org.notExecuted().forEach(LOG::warn);
        return org;
    }

    private Duration lockWait() {
        return circumstances
                .switches()
                .given(Switch.LOCK_WAIT)
                .map(Duration::ofSeconds)
                .orElse(options.times().lockWait());
    }

    private Org seeded(Org org) {
        data.ifPresent(file -> file.begin(org, source));
        options.content().seed().ifPresent(folder -> {
            if (!Files.exists(folder)) {
                throw new IllegalArgumentException(
                        "There is no directory or plan " + folder + " to take the seed from.");
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
