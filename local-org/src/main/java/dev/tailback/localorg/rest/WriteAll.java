package dev.tailback.localorg.rest;

import dev.tailback.localorg.rows.Transaction;
import dev.tailback.localorg.save.SaveRequest;
import dev.tailback.localorg.save.SaveResult;
import java.util.ArrayList;
import java.util.List;

/** Saves or deletes and commits: run by run, or all together when one failure is to undo all. */
final class WriteAll {

    private WriteAll() {}

    static SaveResult one(Call call, SaveRequest request) {
        return save(call, List.of(request), false).get(0);
    }

    /** Each request is one save unit. */
    static List<SaveResult> save(Call call, List<SaveRequest> requests, boolean allOrNone) {
        List<SaveResult> results = new ArrayList<>();
        if (allOrNone) {
            try (Transaction transaction = call.org().store().begin()) {
                requests.forEach(request -> results.addAll(call.org().save().save(transaction, call.user(), request)));
                commitIfAllPassed(transaction, results);
            }
            return results;
        }
        for (SaveRequest request : requests) {
            try (Transaction transaction = call.org().store().begin()) {
                results.addAll(call.org().save().save(transaction, call.user(), request));
                transaction.commit();
            }
        }
        return results;
    }

    static List<SaveResult> delete(Call call, List<String> ids, boolean allOrNone) {
        try (Transaction transaction = call.org().store().begin()) {
            List<SaveResult> results = call.org().delete().delete(transaction, call.user(), ids);
            if (allOrNone) {
                commitIfAllPassed(transaction, results);
            } else {
                transaction.commit();
            }
            return results;
        }
    }

    private static void commitIfAllPassed(Transaction transaction, List<SaveResult> results) {
        if (results.stream().allMatch(SaveResult::success)) {
            transaction.commit();
        }
    }
}
