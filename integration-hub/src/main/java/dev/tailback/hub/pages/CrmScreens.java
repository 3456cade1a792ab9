package dev.tailback.hub.pages;

import dev.tailback.hub.api.CrmsApi;
import dev.tailback.hub.api.DriftApi;
import dev.tailback.hub.api.MappingApi;
import jakarta.inject.Singleton;
import java.util.List;

/** Reads what the page of one CRM always shows. */
@Singleton
class CrmScreens {

    private final CrmsApi crms;
    private final MappingApi mappings;
    private final DriftApi drift;

    CrmScreens(CrmsApi crms, MappingApi mappings, DriftApi drift) {
        this.crms = crms;
        this.mappings = mappings;
        this.drift = drift;
    }

    /** @throws dev.tailback.web.problems.Problem 404 when there is no such CRM */
    CrmScreen of(String crm) {
        return CrmScreen.of(crm, mappings.mapping(crm), objects(crm), drift.of(crm));
    }

    private List<String> objects(String crm) {
        return crms.all().stream()
                .filter(one -> one.crm().equals(crm))
                .flatMap(one -> one.objects().stream())
                .map(CrmsApi.ObjectView::object)
                .toList();
    }
}
