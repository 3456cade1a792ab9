package dev.tailback.hub.api;

import dev.tailback.hub.allowance.CrmState;
import dev.tailback.hub.audit.KeptAct;
import dev.tailback.hub.creations.Absence;
import dev.tailback.hub.dossier.AgreedValue;
import dev.tailback.hub.dossier.FieldView;
import dev.tailback.hub.dossier.FoundGolden;
import dev.tailback.hub.dossier.GoldenView;
import dev.tailback.hub.dossier.Moment;
import dev.tailback.hub.dossier.SourceView;
import dev.tailback.hub.dossier.Why;
import dev.tailback.hub.drift.Rename;
import dev.tailback.hub.drift.SchemaVersion;
import dev.tailback.hub.drift.StoppedField;
import dev.tailback.hub.erasure.Erased;
import dev.tailback.hub.erasure.Erasure;
import dev.tailback.hub.erasure.HeldInCrm;
import dev.tailback.hub.golden.KeptCandidate;
import dev.tailback.hub.intents.RefusedGroup;
import dev.tailback.hub.scores.RefusedValue;
import dev.tailback.hub.scores.Score;
import dev.tailback.hub.scores.Share;
import dev.tailback.hub.stewards.Merge;
import dev.tailback.hub.survivorship.RuleChange;
import dev.tailback.hub.versions.VersionLine;
import io.micronaut.serde.annotation.SerdeImport;

/** What the rooms tell goes out as it is: their records are part of the API, and a change there is a change here. */
@SerdeImport(Absence.class)
@SerdeImport(AgreedValue.class)
@SerdeImport(CrmState.class)
@SerdeImport(Erased.Done.class)
@SerdeImport(Erasure.class)
@SerdeImport(FieldView.class)
@SerdeImport(FoundGolden.class)
@SerdeImport(GoldenView.class)
@SerdeImport(HeldInCrm.class)
@SerdeImport(KeptAct.class)
@SerdeImport(KeptCandidate.class)
@SerdeImport(Merge.class)
@SerdeImport(Moment.class)
@SerdeImport(RefusedGroup.class)
@SerdeImport(RefusedValue.class)
@SerdeImport(Rename.class)
@SerdeImport(RuleChange.class)
@SerdeImport(SchemaVersion.class)
@SerdeImport(Score.class)
@SerdeImport(Share.class)
@SerdeImport(SourceView.class)
@SerdeImport(StoppedField.class)
@SerdeImport(VersionLine.class)
@SerdeImport(Why.class)
final class Views {

    private Views() {}
}
