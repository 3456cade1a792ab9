package dev.tailback.standalone.torture;

import java.util.List;

/** A contract people book on, with the ids of its products. */
record SoldContract(String id, List<String> products) {}
