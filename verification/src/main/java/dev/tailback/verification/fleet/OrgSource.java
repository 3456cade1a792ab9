package dev.tailback.verification.fleet;

import java.nio.file.Path;

/**
 * What a local org is made of.
 *
 * @param source objects, fields and rules that it executes
 * @param views layouts, list views and reports that only people look at
 * @param seed the rows that an empty org is filled with
 */
public record OrgSource(Path source, Path views, Path seed) {}
