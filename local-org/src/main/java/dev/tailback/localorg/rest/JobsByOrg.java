package dev.tailback.localorg.rest;

import dev.tailback.localorg.bulk.Jobs;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/** The jobs of the org that is running, under all its schemas; those of one that was reset go with it. */
final class JobsByOrg {

    private final Map<Object, Jobs> jobs = Collections.synchronizedMap(new WeakHashMap<>());

    Jobs of(Call call) {
        return jobs.computeIfAbsent(call.org().lifetime(), none -> new Jobs());
    }
}
