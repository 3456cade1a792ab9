/** How fast the local org is, which every other measurement uses as Salesforce. */
package dev.tailback.verification.benchmarks.org;
