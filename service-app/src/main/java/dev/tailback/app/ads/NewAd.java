package dev.tailback.app.ads;

import dev.tailback.app.ads.EnoughUnits.Need;
import dev.tailback.app.ledger.UsageBook;
import dev.tailback.app.ledger.UsageBook.By;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes a new ad and its entries, inside a transaction. */
@Singleton
class NewAd {

    private final WriteAd ads;
    private final EnoughUnits enough;
    private final UsageBook book;
    private final AdReading reading;

    NewAd(WriteAd ads, EnoughUnits enough, UsageBook book, AdReading reading) {
        this.ads = ads;
        this.enough = enough;
        this.book = book;
        this.reading = reading;
    }

    AdView write(UUID id, AdRequest request, ContractLook look, String by) {
        enough.require(request.contractId(), look, needs(request));
        ads.add(id, request, by);
        By who = new By(by, null);
        request.products()
                .forEach(product ->
                        book.book(id, request.contractId(), product.contractProductId(), product.units(), null, who));
        return reading.bare(id).orElseThrow();
    }

    private static Map<String, Need> needs(AdRequest request) {
        return request.units().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, units -> new Need(units.getValue(), units.getValue())));
    }
}
