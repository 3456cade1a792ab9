package dev.tailback.app.contracts;

import dev.tailback.web.input.OneLine;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** Contracts over HTTP, read live from Salesforce. */
@Tag(name = "contracts")
@Controller("/api/contracts")
@Secured({"service", "finance", "operator", "viewer"})
@ExecuteOn(TaskExecutors.BLOCKING)
class ContractsApi {

    private final ReadContracts contracts;

    ContractsApi(ReadContracts contracts) {
        this.contracts = contracts;
    }

    /**
     * One page of contracts.
     *
     * @param customer a part of the customer's name
     * @param number the contract number, or its beginning
     * @param page from 0 to 100, 20 contracts each
     * @return the page; an empty one is an answer too
     */
    @Get
    ContractListView list(
            @QueryValue(defaultValue = "") @OneLine(max = 255) String customer,
            @QueryValue(defaultValue = "") @OneLine(max = 30) String number,
            @QueryValue(defaultValue = "0") @Min(0) @Max(100) int page) {
        return ContractProblems.require(contracts.page(customer, number, page), "");
    }

    /**
     * One contract with its products.
     *
     * @param id Salesforce's id of the contract
     * @return the contract as Salesforce shows it now
     */
    @Get("/{id}")
    ContractView one(@OneLine(max = 255) String id) {
        return ContractProblems.require(contracts.one(id), id);
    }
}
