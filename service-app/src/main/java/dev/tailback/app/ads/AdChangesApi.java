package dev.tailback.app.ads;

import dev.tailback.web.input.JsonBody;
import dev.tailback.web.input.ManyLines;
import dev.tailback.web.input.OneLine;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.security.Principal;
import java.util.Optional;
import java.util.UUID;

/** Creating, correcting and cancelling ads over HTTP. */
@Tag(name = "ads")
@Controller("/api/ads")
@Secured({"service", "operator"})
@ExecuteOn(TaskExecutors.BLOCKING)
class AdChangesApi {

    private final PlaceAd placeAd;
    private final CorrectAd correctAd;
    private final CancelAd cancelAd;
    private final AdReading reading;

    AdChangesApi(PlaceAd placeAd, CorrectAd correctAd, CancelAd cancelAd, AdReading reading) {
        this.placeAd = placeAd;
        this.correctAd = correctAd;
        this.cancelAd = cancelAd;
        this.reading = reading;
    }

    /**
     * Creates an ad. It is saved when this answers, and reported to Salesforce after that.
     *
     * @param body title, contract and products; anything else in it is refused
     * @param idempotencyKey repeats with the same key and the same body get the same answer
     * @param principal who asks
     * @return the new ad
     */
    @Post
    @RequestBody(content = @Content(schema = @Schema(implementation = AdRequest.class)))
    HttpResponse<AdView> create(
            @Body JsonBody body,
            @Header("Idempotency-Key") @Nullable @OneLine(max = 1_000) String idempotencyKey,
            Principal principal) {
        AdView ad = placeAd.place(AdRequest.newAd(body), principal.getName(), Optional.ofNullable(idempotencyKey));
        return HttpResponse.created(ad, URI.create("/api/ads/" + ad.id())).header("ETag", ad.etag());
    }

    /**
     * Corrects an ad: it becomes what the body says.
     *
     * @param id the ad's id
     * @param body as for a new ad, and optionally the reason
     * @param ifMatch the ETag that was read
     * @param principal who asks
     * @return the ad as it is now
     */
    @Put("/{id}")
    @RequestBody(content = @Content(schema = @Schema(implementation = AdRequest.class)))
    HttpResponse<AdView> correct(
            UUID id,
            @Body JsonBody body,
            @Header("If-Match") @Nullable @OneLine(max = 1_000) String ifMatch,
            Principal principal) {
        correctAd.correct(id, AdRequest.correction(body), ifMatch, principal.getName());
        return now(id);
    }

    /**
     * Cancels an ad: none of its units count any more.
     *
     * @param id the ad's id
     * @param reason for the history
     * @param ifMatch the ETag that was read
     * @param principal who asks
     * @return the ad as it is now
     */
    @Delete("/{id}")
    HttpResponse<AdView> cancel(
            UUID id,
            @QueryValue @Nullable @ManyLines(max = 500) String reason,
            @Header("If-Match") @Nullable @OneLine(max = 1_000) String ifMatch,
            Principal principal) {
        cancelAd.cancel(id, ifMatch, principal.getName(), reason);
        return now(id);
    }

    private HttpResponse<AdView> now(UUID id) {
        AdView ad = reading.find(id).orElseThrow(() -> CurrentAd.unknown(id));
        return HttpResponse.ok(ad).header("ETag", ad.etag());
    }
}
