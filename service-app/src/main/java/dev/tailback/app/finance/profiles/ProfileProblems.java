package dev.tailback.app.finance.profiles;

import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpStatus;

/** Why a statement was not exported with a profile. */
final class ProfileProblems {

    private ProfileProblems() {}

    static Problem unknown(String name) {
        return new Problem(
                        HttpStatus.NOT_FOUND,
                        "not_found",
                        "There is no export profile " + name + ". The list of profiles shows all there are.")
                .says("problem.no.profile", name);
    }

    static Problem cannotReverse(ExportProfile profile, long reversals) {
        return new Problem(
                        HttpStatus.CONFLICT,
                        "profile_cannot_reverse",
                        "Nothing was exported: the statement takes back " + reversals + " lines, and " + profile.title()
                                + " takes no negative usage. Issue a credit there, and export with a profile that keeps"
                                + " reversals to see which.")
                .says("problem.cannot-reverse", reversals, profile.title());
    }

    static Problem unmapped(String column, String value) {
        return new Problem(
                        HttpStatus.CONFLICT,
                        "profile_unmapped",
                        "Nothing was exported: the profile does not say what " + value + " becomes in column " + column
                                + ". Add it under renamed in the profile's file.")
                .with("column", column)
                .with("value", value)
                .says("problem.unmapped", value, column);
    }
}
