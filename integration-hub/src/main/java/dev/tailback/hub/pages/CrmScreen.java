package dev.tailback.hub.pages;

import dev.tailback.hub.api.DriftApi.DriftView;
import dev.tailback.hub.api.MappingApi.PreviewView;
import dev.tailback.hub.api.RulesApi.FileView;
import dev.tailback.hub.api.TryMappingApi.TriedView;
import java.util.List;
import java.util.Optional;

/**
 * One CRM.
 *
 * @param objects that are mapped now
 * @param text what stands in the form
 * @param note why, where a preview was asked for and the file is about to be switched on
 * @param preview what the file would change
 * @param tried what the file makes of one record
 */
public record CrmScreen(
        String crm,
        FileView inForce,
        List<String> objects,
        String text,
        String note,
        Optional<PreviewView> preview,
        Optional<TriedView> tried,
        DriftView drift) {

    public CrmScreen {
        objects = List.copyOf(objects);
    }

    static CrmScreen of(String crm, FileView inForce, List<String> objects, DriftView drift) {
        return new CrmScreen(crm, inForce, objects, inForce.yaml(), "", Optional.empty(), Optional.empty(), drift);
    }

    CrmScreen holding(String file, String why) {
        return new CrmScreen(crm, inForce, objects, file, why, preview, tried, drift);
    }

    CrmScreen with(PreviewView changes) {
        return new CrmScreen(crm, inForce, objects, text, note, Optional.of(changes), tried, drift);
    }

    CrmScreen with(TriedView record) {
        return new CrmScreen(crm, inForce, objects, text, note, preview, Optional.of(record), drift);
    }

    /** What stands beside the record that is tried, while a person has typed nothing. */
    public String object() {
        return tried.map(TriedView::object).orElse(objects.stream().findFirst().orElse(""));
    }

    public String record() {
        return tried.map(TriedView::record).orElse("");
    }
}
