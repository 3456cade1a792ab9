package dev.tailback.localorg.metadata;

import java.util.Map;

/** A record of a custom metadata type; values as stored in a row, keyed by the field's own name. */
public record CustomMetadataRecord(String type, String name, String label, Map<String, Object> values, String file) {}
