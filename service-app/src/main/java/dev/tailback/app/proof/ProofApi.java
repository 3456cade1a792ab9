package dev.tailback.app.proof;

import dev.tailback.app.finance.lines.FileAnswer;
import dev.tailback.web.input.JsonBody;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;

/** Proofs over HTTP. */
@Tag(name = "org")
@Controller("/api/org/proofs")
@Secured("admin")
@ExecuteOn(TaskExecutors.BLOCKING)
class ProofApi {

    private final ProveOrg proveOrg;

    ProofApi(ProveOrg proveOrg) {
        this.proveOrg = proveOrg;
    }

    /**
     * What to prove.
     *
     * @param contractId an open test contract with a product or more
     * @param fulfilledContractId a test contract that is fulfilled; without it the lock is not tried
     * @param salesUsername a user of sales, as whom consumed and available are looked at; kept for this proof only
     * @param salesPassword of that user, where the org allows a login by password
     * @param salesToken an access token of that user, instead of name and password
     * @param reason for the record
     */
    @Serdeable
    record ProofRequest(
            String contractId,
            String fulfilledContractId,
            String salesUsername,
            String salesPassword,
            String salesToken,
            String reason) {}

    /**
     * Tries the promises on a test contract, with usage of its own that it cancels at the end. Takes up to a minute.
     *
     * @param body what to prove
     * @param principal who asks
     * @return the signed report
     */
    @Post
    @RequestBody(content = @Content(schema = @Schema(implementation = ProofRequest.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = "object")))
    HttpResponse<?> prove(@Body JsonBody body, Principal principal) {
        SignedProof proof = proveOrg.prove(ProofOrder.of(body, principal.getName()));
        return FileAnswer.json(proof.document(), proof.reference());
    }
}
