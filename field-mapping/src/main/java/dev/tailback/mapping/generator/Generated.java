package dev.tailback.mapping.generator;

import dev.tailback.mapping.Mapping;
import java.util.List;

/**
 * What was written for one org.
 *
 * @param files an SFDX project with its README and the finished mapping
 * @param mapping the finished mapping, which names what the org has and what the files bring
 * @param kept what the org has already and no file repeats, one sentence each
 * @param costs what this org cannot have, one sentence each
 */
public record Generated(List<SourceFile> files, Mapping mapping, List<String> kept, List<String> costs) {

    public Generated {
        files = List.copyOf(files);
        kept = List.copyOf(kept);
        costs = List.copyOf(costs);
    }
}
