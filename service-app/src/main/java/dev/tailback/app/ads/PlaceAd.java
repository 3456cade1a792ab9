package dev.tailback.app.ads;

import dev.tailback.app.ledger.Ledger;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Staff create an ad. A live look at the contract comes first; then ad, entries and history are saved in one
 * transaction; after its commit the relay carries the entries on. Works without Redis and without Salesforce, which
 * then decides when the usage is reported.
 */
@Singleton
public class PlaceAd {

    private final ContractCheck check;
    private final Ledger ledger;
    private final NewAd newAd;
    private final IdempotencyKeys keys;

    PlaceAd(ContractCheck check, Ledger ledger, NewAd newAd, IdempotencyKeys keys) {
        this.check = check;
        this.ledger = ledger;
        this.newAd = newAd;
        this.keys = keys;
    }

    /**
     * @param by the account that asks
     * @param idempotencyKey repeats with the same key and the same request get the same answer
     * @throws dev.tailback.web.problems.Problem 400 {@code invalid}, {@code unknown_contract},
     *     {@code unknown_contract_product}; 409 {@code contract_fulfilled}, {@code not_enough_units},
     *     {@code idempotency_key_reused}
     */
    public AdView place(AdRequest request, String by, Optional<String> idempotencyKey) {
        Optional<IdempotencyKey> key = idempotencyKey.map(text -> IdempotencyKey.of(by, text, request));
        return key.flatMap(keys::answered).orElseGet(() -> placeNow(request, by, key));
    }

    private AdView placeNow(AdRequest request, String by, Optional<IdempotencyKey> key) {
        List<String> products = List.copyOf(request.units().keySet());
        return check.book(
                request.contractId(),
                () -> check.look(request.contractId(), products),
                look -> ledger.write(() -> keys.once(key, id -> newAd.write(id, request, look, by))));
    }
}
