package dev.tailback.app.pages;

import dev.tailback.web.problems.Problem;
import dev.tailback.web.problems.ProblemSentence;
import dev.tailback.web.texts.Texts;

/** Says a refusal of the form of an ad in the visitor's language; the problem itself speaks to programs. */
final class RefusedForm {

    private RefusedForm() {}

    static String summary(Problem problem, Texts texts) {
        return switch (problem.code()) {
            case "contract_fulfilled" ->
                texts.of("staff.refused.contract-fulfilled", member(problem, "contractNumber"));
            case "not_enough_units" ->
                texts.of(
                        "staff.refused.not-enough-units",
                        member(problem, "requested"),
                        member(problem, "product"),
                        member(problem, "remaining"),
                        member(problem, "available"),
                        member(problem, "waiting"));
            case "unknown_contract" -> texts.of("staff.refused.unknown-contract", member(problem, "contractId"));
            case "unknown_contract_product" ->
                texts.of("staff.refused.unknown-product", member(problem, "contractProductId"));
            case "idempotency_key_reused" -> texts.of("staff.refused.form-used");
            case "stale" -> texts.of("staff.refused.stale", member(problem, "changedBy"));
            case "ad_cancelled" -> texts.of("staff.refused.ad-cancelled");
            case "not_rejected" -> texts.of("refusal.not-rejected");
            case "arrived_after_all" -> texts.of("refusal.arrived-after-all", member(problem, "units"));
            case "newer_in_salesforce" -> texts.of("refusal.newer-in-salesforce", member(problem, "units"));
            case "salesforce_unavailable" -> texts.of("refusal.salesforce-unavailable");
            case "not_locked" -> texts.of("refusal.not-locked");
            case "nothing_to_correct" -> texts.of("refusal.nothing-to-correct");
            case "request_open" -> texts.of("refusal.request-open");
            case "request_settled" -> texts.of("refusal.request-settled");
            default -> ProblemSentence.of(problem, texts);
        };
    }

    private static Object member(Problem problem, String name) {
        return problem.members().getOrDefault(name, "");
    }
}
