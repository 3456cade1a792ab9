/**
 * The pages of operators: the figures of the way to Salesforce with graphs, entries with counts, parked entries, the
 * pause, comparisons, and what operators did. Finance and viewers read them; operators and admins act.
 *
 * <p>Everything here is done by the rooms beside this one, which the API uses too. No other room comes in.
 */
package dev.tailback.app.operator.console;
