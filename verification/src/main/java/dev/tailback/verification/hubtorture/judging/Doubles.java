package dev.tailback.verification.hubtorture.judging;

import dev.tailback.verification.hubtorture.faults.Troubled;
import dev.tailback.verification.hubtorture.people.Edit;
import dev.tailback.verification.hubtorture.wire.WriteSeen;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One value must not be written twice into one field: only where a hub could not know what became of the first write, or where
 * a person typed over it, may it come again.
 */
public record Doubles(List<Edit> edits, Troubled troubled) {

    public void judge(List<WriteSeen> writes, HubFindings findings) {
        Map<List<String>, List<WriteSeen>> byField = writes.stream()
                .sorted(Comparator.comparing(WriteSeen::begun))
                .collect(Collectors.groupingBy(write -> List.of(write.crm(), write.record(), write.field())));
        byField.values().forEach(all -> {
            for (int at = 1; at < all.size(); at++) {
                judge(all.get(at - 1), all.get(at), findings);
            }
        });
    }

    private void judge(WriteSeen first, WriteSeen second, HubFindings findings) {
        boolean isDouble = first.value().equals(second.value())
                && first.isHeard()
                && !troubled.touches(first.begun(), second.begun())
                && edits.stream().noneMatch(edit -> isBetween(edit, first, second));
        if (isDouble) {
            findings.add(
                    HubHarm.DOUBLED,
                    first.hub() + " wrote '" + first.value() + "' into " + first.field() + " of " + first.crm() + " "
                            + first.record() + " at " + first.begun() + " and was told so, and " + second.hub()
                            + " wrote it again at " + second.begun());
        }
    }

    private static boolean isBetween(Edit edit, WriteSeen first, WriteSeen second) {
        return edit.crm().equals(first.crm())
                && edit.record().equals(first.record())
                && !edit.ended().isBefore(first.begun())
                && !edit.begun().isAfter(second.ended());
    }
}
