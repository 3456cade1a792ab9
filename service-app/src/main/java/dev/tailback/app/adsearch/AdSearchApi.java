package dev.tailback.app.adsearch;

import dev.tailback.web.input.OneLine;
import dev.tailback.web.input.Paging;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** Searching ads over HTTP. */
@Tag(name = "ads")
@Controller("/api/ads")
@Secured({"service", "finance", "operator", "viewer"})
@ExecuteOn(TaskExecutors.BLOCKING)
class AdSearchApi {

    private final SearchAds search;
    private final AdsFile file;

    AdSearchApi(SearchAds search, AdsFile file) {
        this.search = search;
        this.file = file;
    }

    /**
     * One page of ads, with counts of the whole result.
     *
     * @param query a reference such as AD-17; the id of an ad or an entry; or a part of the title, the customer's
     *     reference, the customer or the contract's number
     * @param state ads with an entry that is Waiting, Retrying, Reported, Locked, Rejected or Withdrawn
     * @param person the account that created the ad
     * @param product a part of the name of a product that is booked
     * @param contractId Salesforce's id of a contract that the ad has units on, now or before
     * @param date "service" when from and to are dates of service; else they are days of the creation, in UTC
     * @param from the first day, such as 2026-11-30
     * @param to the last day
     * @param sort newest (if left out), oldest, changed, title or serviceDate
     * @param page from 0 to 2000, 50 ads each
     * @return the page; an empty one is an answer too
     */
    @Get
    AdPage list(
            @QueryValue @Nullable @OneLine(max = 200) String query,
            @QueryValue @Nullable @OneLine(max = 20) String state,
            @QueryValue @Nullable @OneLine(max = 100) String person,
            @QueryValue @Nullable @OneLine(max = 255) String product,
            @QueryValue @Nullable @OneLine(max = 18) String contractId,
            @QueryValue @Nullable @OneLine(max = 10) String date,
            @QueryValue @Nullable @OneLine(max = 10) String from,
            @QueryValue @Nullable @OneLine(max = 10) String to,
            @QueryValue @Nullable @OneLine(max = 20) String sort,
            @QueryValue(defaultValue = "0") @Min(0) @Max(Paging.LAST_PAGE) int page) {
        return search.page(query(query, state, person, product, contractId, date, from, to, sort, page)
                .search());
    }

    /**
     * The whole result as a file: one row for each usage entry, the newest ads first, at most 100,000 ads.
     *
     * @param query as for the list
     * @param state as for the list
     * @param person as for the list
     * @param product as for the list
     * @param contractId as for the list
     * @param date as for the list
     * @param from as for the list
     * @param to as for the list
     * @return the file
     */
    @Get("/csv")
    @Produces("text/csv")
    StreamedFile csv(
            @QueryValue @Nullable @OneLine(max = 200) String query,
            @QueryValue @Nullable @OneLine(max = 20) String state,
            @QueryValue @Nullable @OneLine(max = 100) String person,
            @QueryValue @Nullable @OneLine(max = 255) String product,
            @QueryValue @Nullable @OneLine(max = 18) String contractId,
            @QueryValue @Nullable @OneLine(max = 10) String date,
            @QueryValue @Nullable @OneLine(max = 10) String from,
            @QueryValue @Nullable @OneLine(max = 10) String to) {
        return file.of(query(query, state, person, product, contractId, date, from, to, null, 0)
                .search()
                .filter());
    }

    private static AdQuery query(
            @Nullable String query,
            @Nullable String state,
            @Nullable String person,
            @Nullable String product,
            @Nullable String contractId,
            @Nullable String date,
            @Nullable String from,
            @Nullable String to,
            @Nullable String sort,
            int page) {
        return new AdQuery(
                or(query),
                or(state),
                or(person),
                or(product),
                or(contractId),
                or(date),
                or(from),
                or(to),
                or(sort),
                page);
    }

    private static String or(@Nullable String given) {
        return given == null ? "" : given.strip();
    }
}
