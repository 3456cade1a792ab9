/** Inner room: one HTTP exchange with Salesforce, and what its failure means. */
package dev.tailback.salesforce.http;
