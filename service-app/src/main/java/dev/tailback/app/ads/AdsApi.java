package dev.tailback.app.ads;

import dev.tailback.app.entries.SearchParameter;
import dev.tailback.app.input.OneLine;
import dev.tailback.app.input.Paging;
import dev.tailback.app.input.SalesforceId;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
     * One page of ads, the newest first.
     *
     * @param query a part of the title, the customer or the contract's number; or a reference such as AD-17; or an id
     * @param state ads with an entry that is Waiting, Retrying, Reported, Locked or Rejected
     * @param contractId Salesforce's id of the contract
     * @param page from 0 to 2000, 50 ads each
     * @return the page; an empty one is an answer too
     */
    @Get
    AdPage list(
            @QueryValue @Nullable @OneLine(max = 200) String query,
            @QueryValue @Nullable @OneLine(max = 20) String state,
            @QueryValue @Nullable @OneLine(max = 18) String contractId,
            @QueryValue(defaultValue = "0") @Min(0) @Max(Paging.LAST_PAGE) int page) {
        return reading.search(new AdSearch(
                SearchParameter.text(query),
                SearchParameter.state(state),
                SearchParameter.text(contractId).map(SalesforceId::spelledOut),
                page));
    }

    /**
     * One ad with its entries and their history.
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
