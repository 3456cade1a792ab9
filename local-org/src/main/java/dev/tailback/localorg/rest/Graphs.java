package dev.tailback.localorg.rest;

import dev.tailback.localorg.wire.ReadJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * {@code /composite/graph}: up to 75 graphs of together 500 calls; each graph is done as a whole or not at all. REST
 * guide, pages using-composite-graphs and composite-graph-limits.
 */
final class Graphs {
    private static final int MOST_GRAPHS = 75;
    private static final int MOST_NODES = 500;
    private static final int MOST_DEPTH = 15;
    private static final int MOST_KINDS = 15;
    private static final int MOST_FAILED = 14;
    private static final double FROM_VERSION = 50;
    private static final Pattern GRAPH_ID = Pattern.compile("\\w{1,39}");
    private static final Pattern ROWS =
            Pattern.compile("(/services/data/)?/?v\\d+\\.0/sobjects/([^/?]+)(/[^?]*)?(\\?.*)?");

    /** One graph and its calls in an order in which each finds the answers it needs. */
    private record Graph(String id, List<Subrequest> calls) {}

    private record Done(String id, Map<String, Subreply> answers, boolean successful) {}

    private final Composite composite;

    Graphs(Composite composite) {
        this.composite = composite;
    }

    Reply reply(Call call) {
        if (call.versionNumber() < FROM_VERSION) {
            throw ApiException.notFound();
        }
        if (!call.method().equals("POST")) {
            throw ApiException.methodNotAllowed(call.method(), "POST");
        }
        List<Graph> graphs = read(ReadJson.object(call.request().body()));
        List<Done> done = new ArrayList<>();
        int failed = 0;
        for (Graph graph : graphs) {
            Done one = failed < MOST_FAILED ? done(call, graph) : halted(graph);
            failed += one.successful() ? 0 : 1;
            done.add(one);
        }
        return written(done);
    }

    private Done done(Call call, Graph graph) {
        Map<String, Subreply> answers = composite.together(call, graph.calls());
        return new Done(graph.id(), answers, answers.values().stream().noneMatch(Subreply::failed));
    }

    private static Done halted(Graph graph) {
        Map<String, Subreply> answers = new LinkedHashMap<>();
        graph.calls()
                .forEach(call -> answers.put(
                        call.referenceId(),
                        Subreply.error(
                                400,
                                "PROCESSING_HALTED",
                                "The graph was not processed because 14 graphs before it had failed.")));
        return new Done(graph.id(), answers, false);
    }

    private static List<Graph> read(Map<String, Object> body) {
        List<Graph> graphs = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Map<String, Object> one : ReadJson.objects(body.get("graphs"), "graphs")) {
            String id = String.valueOf(one.get("graphId"));
            require(
                    one.get("graphId") != null && GRAPH_ID.matcher(id).matches() && ids.add(id),
                    "Every graph needs a graphId of its own, of at most 39 letters, numbers and underscores.");
            graphs.add(new Graph(id, ordered(ReadSubrequests.read(one))));
        }
        int nodes = graphs.stream().mapToInt(graph -> graph.calls().size()).sum();
        require(
                !graphs.isEmpty() && graphs.size() <= MOST_GRAPHS && nodes <= MOST_NODES,
                "A payload holds 1 to 75 graphs and at most 500 nodes.");
        return graphs;
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new ApiException(400, "INVALID_INPUT", message);
        }
    }

    private static List<Subrequest> ordered(List<Subrequest> calls) {
        requireRowsOnly(calls);
        List<Subrequest> ordered = new ArrayList<>();
        Set<String> waiting = new LinkedHashSet<>();
        calls.forEach(call -> waiting.add(call.referenceId()));
        Map<String, Integer> depth = new HashMap<>();
        while (!waiting.isEmpty()) {
            List<Subrequest> free = calls.stream()
                    .filter(call -> waiting.contains(call.referenceId())
                            && References.in(call).stream().noneMatch(waiting::contains))
                    .toList();
            require(!free.isEmpty(), "The nodes of a graph must not refer to each other in a circle.");
            for (Subrequest call : free) {
                depth.put(
                        call.referenceId(),
                        1
                                + References.in(call).stream()
                                        .mapToInt(name -> depth.getOrDefault(name, 0))
                                        .max()
                                        .orElse(0));
                waiting.remove(call.referenceId());
            }
            ordered.addAll(free);
        }
        require(depth.values().stream().allMatch(one -> one <= MOST_DEPTH), "A graph has at most 15 levels.");
        return ordered;
    }

    private static void requireRowsOnly(List<Subrequest> calls) {
        Set<String> kinds = new HashSet<>();
        for (Subrequest call : calls) {
            var url = ROWS.matcher(call.url());
            require(
                    url.matches(),
                    "A graph creates, reads, changes and deletes rows by id or external id; it cannot call "
                            + call.url() + ".");
            kinds.add(call.method() + " " + url.group(2));
        }
        require(kinds.size() <= MOST_KINDS, "A graph holds at most 15 kinds of nodes.");
    }

    private static Reply written(List<Done> graphs) {
        return Reply.ok(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("graphs");
            for (Done graph : graphs) {
                json.writeStartObject();
                json.writeStringField("graphId", graph.id());
                json.writeObjectFieldStart("graphResponse");
                json.writeArrayFieldStart("compositeResponse");
                for (Map.Entry<String, Subreply> answer : graph.answers().entrySet()) {
                    answer.getValue().write(json, Optional.of(answer.getKey()));
                }
                json.writeEndArray();
                json.writeEndObject();
                json.writeBooleanField("isSuccessful", graph.successful());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }
}
