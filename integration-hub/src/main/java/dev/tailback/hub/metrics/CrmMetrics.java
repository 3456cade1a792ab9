package dev.tailback.hub.metrics;

import dev.tailback.hub.allowance.CrmState;
import dev.tailback.hub.allowance.CrmStates;
import dev.tailback.web.metrics.Source;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;

/** How it stands with each CRM, and what is left of its allowance. */
@Singleton
class CrmMetrics implements Source {

    private static final List<String> CRM = List.of("crm");

    private final CrmStates states;
    private final Gauges gauges;
    private volatile List<CrmState> last = List.of();

    CrmMetrics(CrmStates states, MeterRegistry registry) {
        this.states = states;
        this.gauges = new Gauges(registry)
                .add(
                        "tailback.hub.crm.state",
                        "1 for how it stands",
                        List.of("crm", "state"),
                        () -> each(CrmMetrics::states))
                .add(
                        "tailback.hub.crm.calls.today",
                        "Calls of all hubs since midnight UTC",
                        List.of("crm", "priority"),
                        () -> each(CrmMetrics::calls))
                .add(
                        "tailback.hub.allowance.left.calls",
                        "What the CRM says is left",
                        CRM,
                        () -> each(crm -> told(crm, crm.left())))
                .add(
                        "tailback.hub.allowance.most.calls",
                        "What the CRM allows in its period",
                        CRM,
                        () -> each(crm -> told(crm, crm.most())));
    }

    private List<Figure> each(Function<CrmState, Stream<Figure>> figures) {
        return last.stream().flatMap(figures).toList();
    }

    private static Stream<Figure> states(CrmState crm) {
        return Arrays.stream(CrmState.Kind.values())
                .map(kind -> new Figure(crm.crm(), word(kind), kind == crm.kind() ? 1 : 0));
    }

    private static Stream<Figure> calls(CrmState crm) {
        return crm.callsToday().entrySet().stream()
                .map(calls -> new Figure(crm.crm(), word(calls.getKey()), calls.getValue()));
    }

    private static Stream<Figure> told(CrmState crm, OptionalLong calls) {
        return calls.stream().mapToObj(told -> new Figure(crm.crm(), "", told));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void read() {
        last = states.all();
        gauges.read();
    }

    @Override
    public void isUnknown() {
        gauges.isUnknown();
    }
}
