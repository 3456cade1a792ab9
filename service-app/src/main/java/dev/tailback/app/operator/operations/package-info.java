/**
 * The actions of operators: who did what, when, why, and to how many entries or rows.
 *
 * <p>Door: {@code Operations}, in which every other room of operators records its action.
 */
package dev.tailback.app.operator.operations;
