/** Reads contracts with their products. */
package dev.tailback.salesforce.contract;
