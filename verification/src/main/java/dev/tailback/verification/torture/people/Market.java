package dev.tailback.verification.torture.people;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.Part;
import dev.tailback.verification.fleet.Http.Answer;
import dev.tailback.verification.fleet.Org;
import dev.tailback.verification.torture.programs.MarketSeed;
import dev.tailback.verification.torture.wire.Traffic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * What sales sold before the run: contracts with plenty of units, some with few, and one that is only looked at to see
 * recovery.
 *
 * @param contracts those that people book on
 * @param lighthouse the one that is only looked at
 * @param mapping the names of the org
 * @param open what a contract says of itself that is not fulfilled
 */
public record Market(List<SoldContract> contracts, SoldContract lighthouse, Mapping mapping, String open) {

    public static Market open(Org admin, Mapping mapping, Traffic traffic) {
        List<SoldContract> sold = sold(admin, mapping);
        sold.forEach(contract -> contract.products().forEach(product -> traffic.knows(product, contract.id())));
        SoldContract lighthouse = sold.get(sold.size() - 1);
        return new Market(
                List.copyOf(sold.subList(0, sold.size() - 1)), lighthouse, mapping, status(admin, mapping, lighthouse));
    }

    private static List<SoldContract> sold(Org admin, Mapping mapping) {
        String contract = mapping.field(Idea.CONTRACT);
        String units = mapping.field(Idea.UNITS_SOLD);
        String soql = "SELECT Id, %s FROM %s WHERE %s = %d OR %s = %d ORDER BY %s, Id"
                .formatted(
                        contract,
                        mapping.object(Part.CONTRACT_PRODUCT),
                        units,
                        MarketSeed.PLENTY,
                        units,
                        MarketSeed.FEW,
                        contract);
        Map<String, List<String>> lines = new LinkedHashMap<>();
        for (JsonNode line : admin.query(soql)) {
            lines.computeIfAbsent(line.path(contract).asText(), id -> new ArrayList<>())
                    .add(line.path("Id").asText());
        }
        return lines.entrySet().stream()
                .map(one -> new SoldContract(one.getKey(), List.copyOf(one.getValue())))
                .toList();
    }

    private static String status(Org admin, Mapping mapping, SoldContract contract) {
        String field = mapping.field(Idea.FULFILLED);
        return admin.query("SELECT %s FROM %s WHERE Id = '%s'"
                        .formatted(field, mapping.object(Part.CONTRACT), contract.id()))
                .get(0)
                .path(field)
                .asText();
    }

    public SoldContract anyContract(Random random) {
        return contracts.get(random.nextInt(contracts.size()));
    }

    Optional<Answer> fulfil(Org finance, SoldContract contract) {
        return set(finance, contract, mapping.fulfilledWhen().get(0));
    }

    Optional<Answer> reopen(Org admin, SoldContract contract) {
        return set(admin, contract, open);
    }

    private Optional<Answer> set(Org person, SoldContract contract, String status) {
        return person.set(mapping.object(Part.CONTRACT), contract.id(), mapping.field(Idea.FULFILLED), status);
    }

    /** The one with this id; what is none of the booked ones is the one that is looked at. */
    SoldContract contract(String id) {
        return contracts.stream()
                .filter(contract -> contract.id().equals(id))
                .findFirst()
                .orElse(lighthouse);
    }
}
