package dev.tailback.app.finance.statements;

import dev.tailback.app.finance.lines.FinanceScope;
import dev.tailback.app.finance.month.LockedMonth;
import dev.tailback.app.finance.month.OpenUsage;
import dev.tailback.app.finance.month.ReadOpenUsage;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Finds what is unresolved before a scope is closed. */
@Singleton
class CloseGate {

    private final ReadOpenUsage open;
    private final Clock clock;

    CloseGate(ReadOpenUsage open, Clock clock) {
        this.open = open;
        this.clock = clock;
    }

    List<Unresolved> of(LockedMonth month) {
        List<Unresolved> unresolved = new ArrayList<>();
        OpenUsage entries = open.entries(month.scope(), month.contracts());
        entries.entries().forEach(entry -> unresolved.add(Unresolved.of(entry)));
        if (entries.unsent() > entries.entries().size()) {
            unresolved.add(Unresolved.more(entries.unsent() - entries.entries().size()));
        }
        month.differences().forEach(difference -> unresolved.add(Unresolved.of(difference)));
        if (month.scope().from().isPresent()) {
            month.withoutTime().forEach(contract -> unresolved.add(Unresolved.withoutTime(contract)));
            addNotOver(month.scope(), unresolved);
        }
        return List.copyOf(unresolved);
    }

    private void addNotOver(FinanceScope scope, List<Unresolved> unresolved) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), scope.zone());
        scope.to().filter(today::isBefore).ifPresent(end -> unresolved.add(Unresolved.notOver(end.minusDays(1))));
    }
}
