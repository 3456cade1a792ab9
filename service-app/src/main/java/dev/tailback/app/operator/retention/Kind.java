package dev.tailback.app.operator.retention;

import java.util.List;

/**
 * One kind of data in PostgreSQL.
 *
 * @param name as people type it
 * @param what it is
 * @param tables that hold it
 * @param oldest SQL of one time: when the oldest row was made, read by an index or from a small table; empty where
 *     rows have no such time, and where the keeping says it
 * @param stays what stays, or why all of it does
 */
record Kind(String name, String what, List<String> tables, String oldest, Keeping keeping, String stays) {}
