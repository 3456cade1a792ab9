package dev.tailback.verification.benchmarks.lab;

/** A contract with one sold product, by their ids in Salesforce. */
public record SoldLine(String contractId, String contractProductId) {}
