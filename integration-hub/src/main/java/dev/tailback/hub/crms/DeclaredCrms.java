package dev.tailback.hub.crms;

import java.util.List;
import java.util.Optional;

/** The CRMs of the file. */
public record DeclaredCrms(List<DeclaredCrm> all) {

    public DeclaredCrms {
        all = List.copyOf(all);
    }

    Optional<DeclaredCrm> of(String crm) {
        return all.stream().filter(one -> one.name().equals(crm)).findFirst();
    }
}
