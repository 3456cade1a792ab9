/**
 * Tables of a PostgreSQL database as a company's own CRM. Changes come from a log that a trigger keeps, in an order
 * that leaves no gap: by transaction, and only of transactions that no running one can precede.
 *
 * <p>Doors: {@link dev.tailback.crm.table.TableConnector}, made from {@link dev.tailback.crm.table.TableSettings};
 * {@link dev.tailback.crm.table.TableSqlCommand} writes the script that makes the log.
 */
package dev.tailback.crm.table;
