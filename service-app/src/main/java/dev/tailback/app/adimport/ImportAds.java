package dev.tailback.app.adimport;

import dev.tailback.app.adimport.RowFate.Kind;
import dev.tailback.app.ads.AdRequest;
import dev.tailback.app.ads.AdRequest.BookedProduct;
import dev.tailback.app.ads.PlaceAd;
import dev.tailback.app.pages.ContractPicker;
import dev.tailback.app.pages.ContractReadings;
import dev.tailback.app.pages.ContractShown;
import dev.tailback.app.pages.ProductChoice;
import dev.tailback.web.problems.Problem;
import dev.tailback.web.texts.Texts;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what would become of the rows of a file, and saves them. */
@Singleton
class ImportAds {

    private final ContractPicker picker;
    private final ContractReadings readings;
    private final PlaceAd placeAd;

    ImportAds(ContractPicker picker, ContractReadings readings, PlaceAd placeAd) {
        this.picker = picker;
        this.readings = readings;
        this.placeAd = placeAd;
    }

    /** Saves nothing. What the rows above would take is not there any more for a row. */
    List<RowShown> preview(List<ImportedRow> rows, Texts texts) {
        RowContracts contracts = new RowContracts(picker, readings);
        Map<String, BigDecimal> left = new HashMap<>();
        return rows.stream()
                .map(row -> RowPlan.of(row, contracts, texts))
                .map(plan -> RowShown.of(plan.row(), expected(plan, left, texts)))
                .toList();
    }

    /**
     * Saves what can be saved, each row under a key of its own. The live look at its contract decides, and what a row
     * of the same form was saved as before stays.
     */
    List<RowShown> save(List<ImportedRow> rows, String token, String by, Texts texts) {
        RowContracts contracts = new RowContracts(picker, readings);
        return rows.stream()
                .map(row -> RowPlan.of(row, contracts, texts))
                .map(plan -> RowShown.of(plan.row(), saved(plan, token, by, texts)))
                .toList();
    }

    private RowFate saved(RowPlan plan, String token, String by, Texts texts) {
        if (plan.request().isEmpty()) {
            return RowFate.of(Kind.WRONG, plan.fault());
        }
        try {
            String key = "import-" + token + "-" + plan.row().line();
            return RowFate.saved(placeAd.place(plan.request().get(), by, Optional.of(key)));
        } catch (Problem refusal) {
            return RowFate.of(Kind.WRONG, RowSentences.of(refusal, texts));
        }
    }

    private static RowFate expected(RowPlan plan, Map<String, BigDecimal> left, Texts texts) {
        if (plan.request().isEmpty()) {
            return RowFate.of(Kind.WRONG, plan.fault());
        }
        ContractShown contract = plan.contract().orElseThrow();
        if (contract.fulfilled()) {
            return RowFate.of(Kind.WRONG, texts.of("staff.refused.contract-fulfilled", contract.number()));
        }
        Optional<String> tooMany = tooMany(plan.request().get(), contract, left, texts);
        if (contract.live().isEmpty()) {
            return RowFate.of(Kind.UNCHECKED, tooMany.orElseGet(() -> texts.of("staff.row.unchecked")));
        }
        return tooMany.map(sentence -> RowFate.of(Kind.WRONG, sentence)).orElseGet(() -> RowFate.of(Kind.READY, ""));
    }

    /** A row that would take too many takes nothing. */
    private static Optional<String> tooMany(
            AdRequest request, ContractShown contract, Map<String, BigDecimal> left, Texts texts) {
        Map<String, BigDecimal> after = new HashMap<>();
        for (BookedProduct booked : request.products()) {
            Optional<ProductChoice> product = contract.products().stream()
                    .filter(choice -> choice.contractProductId().equals(booked.contractProductId()))
                    .findFirst();
            Optional<BigDecimal> there = product.flatMap(ProductChoice::left)
                    .map(first -> left.getOrDefault(booked.contractProductId(), first));
            if (there.isPresent()) {
                BigDecimal rest = there.get().subtract(BigDecimal.valueOf(booked.units()));
                if (rest.signum() < 0) {
                    return Optional.of(
                            texts.of("staff.row.too-many", product.get().name(), texts.units(there.get())));
                }
                after.put(booked.contractProductId(), rest);
            }
        }
        left.putAll(after);
        return Optional.empty();
    }
}
