package dev.tailback.app.ads;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/** Reading ads over HTTP. */
@Tag(name = "ads")
@Controller("/api/ads")
@Secured({"service", "finance", "operator", "viewer"})
@ExecuteOn(TaskExecutors.BLOCKING)
class AdsApi {

    private final AdReading reading;

    AdsApi(AdReading reading) {
        this.reading = reading;
    }

    /**
     * One ad with its entries, their history and its own.
     *
     * @param id the ad's id
     * @return the ad; its version is the ETag
     */
    @Get("/{id}")
    HttpResponse<AdView> one(UUID id) {
        AdView ad = reading.find(id).orElseThrow(() -> CurrentAd.unknown(id));
        return HttpResponse.ok(ad).header("ETag", ad.etag());
    }
}
