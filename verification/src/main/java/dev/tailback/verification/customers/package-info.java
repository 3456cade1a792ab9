/**
 * Forty customers as three CRMs hold them, and how each CRM gets its part of them. Doors: {@code Customers} has the data,
 * {@code CustomerCrm} says how a CRM names what they consist of, {@code PrepareCustomers} writes what the CRMs start with.
 */
package dev.tailback.verification.customers;
