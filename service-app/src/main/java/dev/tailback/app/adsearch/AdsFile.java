package dev.tailback.app.adsearch;

import dev.tailback.app.ads.AdReading;
import dev.tailback.app.ads.AdView;
import dev.tailback.app.adsearch.SearchAds.Found;
import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.types.files.StreamedFile;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The whole result as a CSV file, newest first. It is read page by page while it is sent, so that it needs little
 * memory; what is created meanwhile is not in it.
 */
@Singleton
class AdsFile {

    static final int MOST_ADS = 100_000;
    private static final int PAGE = 200;
    /** Tells spreadsheets that the file is UTF-8. */
    private static final String MARK = "\uFEFF";

    private final SearchAds search;
    private final AdReading ads;

    AdsFile(SearchAds search, AdReading ads) {
        this.search = search;
        this.ads = ads;
    }

    /** @throws Problem 400 {@code too_many_rows} */
    StreamedFile of(AdFilter filter) {
        long total = search.total(filter);
        if (total > MOST_ADS) {
            throw new Problem(
                            HttpStatus.BAD_REQUEST,
                            "too_many_rows",
                            "No file was made: the result has " + total + " ads, and a file holds at most " + MOST_ADS
                                    + ". Narrow the search, such as by date, and take several files.")
                    .with("total", total)
                    .says("problem.too-many-rows", total, MOST_ADS);
        }
        return new StreamedFile(new SequenceInputStream(new Pages(filter)), MediaType.of("text/csv; charset=utf-8"))
                .attach("ads.csv");
    }

    private final class Pages implements Enumeration<InputStream> {

        private final AdFilter filter;
        private long below = Long.MAX_VALUE;
        private boolean begun;

        private Pages(AdFilter filter) {
            this.filter = filter;
        }

        @Override
        public boolean hasMoreElements() {
            return !begun || below > 0;
        }

        @Override
        public InputStream nextElement() {
            String text = begun ? next() : MARK + AdRowsAsCsv.head();
            begun = true;
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }

        private String next() {
            List<Found> found = search.below(filter, below, PAGE);
            below = found.size() < PAGE ? 0 : found.get(PAGE - 1).number();
            List<AdView> page = ads.all(found.stream().map(Found::id).toList());
            return page.stream().map(AdRowsAsCsv::rows).collect(Collectors.joining());
        }
    }
}
