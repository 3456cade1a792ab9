/**
 * The story that {@code ./tailback demo --hub --exit} tells and checks on the CRMs' own APIs. Door: {@code HubStory}.
 *
 * <p>People work at desks: one in each CRM ({@code CrmDesk}), stewards, operators and admins at the hub ({@code HubDesk}).
 * The desks in the CRMs, and the {@code Register} of whose record is whose, are doors as well: measurements use them.
 */
package dev.tailback.verification.hubstory;
