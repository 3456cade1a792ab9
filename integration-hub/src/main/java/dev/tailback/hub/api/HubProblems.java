package dev.tailback.hub.api;

import dev.tailback.hub.crms.ConnectedCrms;
import dev.tailback.mapping.declaration.DeclarationInvalid;
import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpStatus;
import java.util.UUID;

/** The refusals of the hub's calls. */
final class HubProblems {

    private HubProblems() {}

    static Problem noRecord(UUID golden) {
        return new Problem(HttpStatus.NOT_FOUND, "not_found", "There is no golden record " + golden + ".");
    }

    /** @throws Problem 404 when no CRM of this name is connected */
    static void mustBeConnected(ConnectedCrms crms, String crm) {
        if (!crms.isConnected(crm)) {
            throw noCrm(crm);
        }
    }

    static Problem noCrm(String crm) {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "not_found",
                "No CRM of the name " + crm + " is connected. GET /api/hub/crms lists those that are.");
    }

    static Problem notOpen(String what) {
        return new Problem(
                HttpStatus.CONFLICT,
                "not_open",
                "Nothing was done: " + what + " is not open any more, or never was. Read the list again.");
    }

    static Problem unusable(DeclarationInvalid file) {
        return new Problem(
                        HttpStatus.BAD_REQUEST,
                        "file_unusable",
                        "Nothing was kept: the file cannot be used. "
                                + file.reasons().get(0))
                .with("reasons", file.reasons());
    }

    static Problem notSwitched(String reason) {
        return new Problem(HttpStatus.CONFLICT, "not_switched", "Nothing was switched. " + reason);
    }

    static Problem noRecordThere(String object, String record) {
        return new Problem(
                        HttpStatus.NOT_FOUND,
                        "not_found",
                        "The CRM has no record " + record + " in " + object
                                + " that may be read: correct its id, or choose another one.")
                .says("trial.no-record", object, record);
    }

    static Problem notMapped(String object) {
        return new Problem(
                        HttpStatus.NOT_FOUND,
                        "not_found",
                        "The file maps no object " + object + ": name one of its objects, written as the file does.")
                .says("trial.no-object", object);
    }

    static Problem notMapped(String crm, String entity, String attribute) {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "not_found",
                "No field of " + crm + " stands for " + attribute + " of " + entity
                        + " now. GET /api/hub/crms says what is mapped.");
    }

    static Problem noVersion() {
        return new Problem(
                HttpStatus.NOT_FOUND, "not_found", "There is no such version. The list shows all there are.");
    }

    static Problem valueRefused(String reason) {
        return new Problem(HttpStatus.BAD_REQUEST, "value_refused", "Nothing was kept. " + reason);
    }

    static Problem notErased(String reason) {
        return new Problem(HttpStatus.CONFLICT, "not_erased", "Nothing was erased. " + reason);
    }

    static Problem crmAway(String reason) {
        return new Problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "crm_unavailable",
                        "The CRM cannot be asked now, so nothing was kept. " + reason)
                .header("Retry-After", "30");
    }
}
