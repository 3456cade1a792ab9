package dev.tailback.queue;

import java.util.ArrayList;
import java.util.List;

/** Records as {@code offer.lua} reads them: five arguments each, some hundred records a call, so that no call holds Redis up. */
final class OfferArguments {
    private static final int RECORDS_A_CALL = 200;

    private OfferArguments() {}

    static List<String[]> chunks(String token, String lock, List<UsageRecord> records) {
        List<String[]> chunks = new ArrayList<>();
        for (int from = 0; from < records.size(); from += RECORDS_A_CALL) {
            chunks.add(chunk(token, lock, records.subList(from, Math.min(records.size(), from + RECORDS_A_CALL))));
        }
        return chunks;
    }

    private static String[] chunk(String token, String lock, List<UsageRecord> records) {
        List<String> arguments = new ArrayList<>(List.of(token, lock));
        for (UsageRecord record : records) {
            arguments.add(record.contractId());
            arguments.add(record.entryId().toString());
            arguments.add(Long.toString(record.version()));
            arguments.add(Integer.toString(record.attempts()));
            arguments.add(Payload.write(record));
        }
        return arguments.toArray(String[]::new);
    }
}
