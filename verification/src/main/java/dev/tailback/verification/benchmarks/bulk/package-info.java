/** How a long backlog gets into Salesforce: as Bulk jobs, beside the same backlog in calls. */
package dev.tailback.verification.benchmarks.bulk;
