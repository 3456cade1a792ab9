package dev.tailback.hub.pages;

import dev.tailback.hub.api.DriftApi.DriftView;
import dev.tailback.hub.api.RulesApi.FileView;

/** One CRM. @param text what stands in the form */
public record CrmScreen(String crm, FileView inForce, String text, DriftView drift) {}
