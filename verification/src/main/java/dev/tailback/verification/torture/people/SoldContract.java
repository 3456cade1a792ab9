package dev.tailback.verification.torture.people;

import java.util.List;
import java.util.Random;

/** A contract people book on, with the ids of its products. */
public record SoldContract(String id, List<String> products) {

    String anyProduct(Random random) {
        return products.get(random.nextInt(products.size()));
    }
}
