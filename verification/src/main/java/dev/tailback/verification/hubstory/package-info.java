/**
 * The story that {@code ./tailback demo --hub --exit} tells and checks on the CRMs' own APIs. Door: {@code HubStory}.
 *
 * <p>People work at desks: one in each CRM ({@code CrmDesk}), stewards, operators and admins at the hub ({@code HubDesk}).
 */
package dev.tailback.verification.hubstory;
