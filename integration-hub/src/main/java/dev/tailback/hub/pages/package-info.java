/**
 * What people see and do at a browser: the CRMs, golden records, what waits for stewards, rules, mappings, and what was
 * done. The pages ask and order by the calls of the API, so they can do neither more nor less. No door.
 */
package dev.tailback.hub.pages;
