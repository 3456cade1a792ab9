package dev.tailback.hub.suggesting;

import dev.tailback.crm.Answer;
import dev.tailback.crm.ChangePage;
import dev.tailback.crm.ChangesAsked;
import dev.tailback.crm.SourceRecord;
import dev.tailback.hub.crms.ConnectedCrms;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Records;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the first few records of an object, in one call. Of somebody who was erased nothing is shown. */
@Singleton
class ReadSamples {

    private static final int MOST_RECORDS = 5;

    private final ConnectedCrms crms;
    private final Records records;

    ReadSamples(ConnectedCrms crms, Records records) {
        this.crms = crms;
        this.records = records;
    }

    /** Suggestions do not need samples, so whatever keeps them from being read is only said. */
    Samples of(String crm, String object, List<String> fields) {
        ChangesAsked asked = new ChangesAsked(object, Optional.empty(), fields, MOST_RECORDS);
        Answer<ChangePage> page = crms.asked(crm, List.of(object), connector -> connector.changes(asked))
                .orElseThrow();
        return page.fold(
                read -> Samples.of(told(crm, object, read)),
                refused -> Samples.none(refused.reason()),
                away -> Samples.none(away.reason()));
    }

    private List<SourceRecord> told(String crm, String object, ChangePage page) {
        return page.changes().stream()
                .<SourceRecord>flatMap(change -> change.fold(
                        changed -> Stream.of(changed.record()), gone -> Stream.empty(), into -> Stream.empty()))
                .filter(record -> !isErased(crm, object, record.id()))
                .limit(MOST_RECORDS)
                .toList();
    }

    boolean isErased(String crm, String object, String record) {
        return records.findExactly(crm, object, record)
                .filter(KnownRecord::isErased)
                .isPresent();
    }
}
