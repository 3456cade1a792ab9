package dev.tailback.hub.pages;

import dev.tailback.hub.api.DriftApi.DriftView;
import dev.tailback.hub.api.MappingApi.PreviewView;
import dev.tailback.hub.api.RulesApi.FileView;
import java.util.Optional;

/**
 * One CRM.
 *
 * @param text what stands in the form
 * @param note why, where a preview was asked for and the file is about to be switched on
 * @param preview what the file would change
 */
public record CrmScreen(
        String crm, FileView inForce, String text, String note, Optional<PreviewView> preview, DriftView drift) {}
