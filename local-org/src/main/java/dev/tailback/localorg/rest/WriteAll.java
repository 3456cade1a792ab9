package dev.tailback.localorg.rest;

import dev.tailback.localorg.rows.Row;
import dev.tailback.localorg.rows.Transaction;
import dev.tailback.localorg.save.SaveRequest;
import dev.tailback.localorg.save.SaveResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Saves or deletes and commits: run by run, or all together when one failure is to undo all. Within a transaction that
 * is the caller's nothing is committed here.
 */
final class WriteAll {

    private WriteAll() {}

    static SaveResult one(Call call, SaveRequest request) {
        return save(call, List.of(request), false).get(0);
    }

    /** Each request is one save unit. */
    static List<SaveResult> save(Call call, List<SaveRequest> requests, boolean allOrNone) {
        List<SaveResult> results = new ArrayList<>();
        if (allOrNone) {
            return within(call, true, transaction -> {
                requests.forEach(request -> results.addAll(call.org().save().save(transaction, call.user(), request)));
                return results;
            });
        }
        for (SaveRequest request : requests) {
            results.addAll(
                    within(call, false, transaction -> call.org().save().save(transaction, call.user(), request)));
        }
        return results;
    }

    static List<SaveResult> delete(Call call, List<String> ids, boolean allOrNone) {
        return within(call, allOrNone, transaction -> call.org().delete().delete(transaction, call.user(), ids));
    }

    private static List<SaveResult> within(
            Call call, boolean allOrNone, Function<Transaction, List<SaveResult>> writing) {
        if (call.transaction().isPresent()) {
            return undoneUnlessAllPassed(call.transaction().get(), allOrNone, writing);
        }
        try (Transaction transaction = call.org().store().begin()) {
            List<SaveResult> results = writing.apply(transaction);
            if (!allOrNone || allPassed(results)) {
                transaction.commit();
            }
            return results;
        }
    }

    private static List<SaveResult> undoneUnlessAllPassed(
            Transaction transaction, boolean allOrNone, Function<Transaction, List<SaveResult>> writing) {
        Map<String, Row> mark = transaction.mark();
        List<SaveResult> results = writing.apply(transaction);
        if (allOrNone && !allPassed(results)) {
            transaction.backTo(mark);
        }
        return results;
    }

    private static boolean allPassed(List<SaveResult> results) {
        return results.stream().allMatch(SaveResult::success);
    }
}
