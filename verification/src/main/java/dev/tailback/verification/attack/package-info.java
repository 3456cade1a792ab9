/** The attack: every route by every caller, hostile requests, slow clients, lies of Salesforce, a hostile Redis. */
package dev.tailback.verification.attack;
