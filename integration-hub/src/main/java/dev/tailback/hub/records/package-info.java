/**
 * The records of the CRMs, and which golden record each stands for. Door: {@code Records}.
 */
package dev.tailback.hub.records;
