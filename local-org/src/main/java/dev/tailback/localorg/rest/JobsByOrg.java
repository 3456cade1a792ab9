package dev.tailback.localorg.rest;

import dev.tailback.localorg.bulk.Jobs;
import dev.tailback.localorg.org.Org;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/** The jobs of the org that is running; those of one that was reset go with it. */
final class JobsByOrg {

    private final Map<Org, Jobs> jobs = Collections.synchronizedMap(new WeakHashMap<>());

    Jobs of(Call call) {
        return jobs.computeIfAbsent(call.org(), none -> new Jobs());
    }
}
