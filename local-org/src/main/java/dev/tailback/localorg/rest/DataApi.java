package dev.tailback.localorg.rest;

import dev.tailback.localorg.org.CurrentOrg;
import dev.tailback.localorg.org.Org;
import dev.tailback.localorg.save.RequestRefused;
import dev.tailback.localorg.users.User;
import java.util.List;
import java.util.Optional;

/** Finds who answers a call of the data API. Calls inside other calls come here too. */
final class DataApi {

    /** A resource and the name its calls are counted under. */
    record Route(String name, Resource resource) {}

    private final Versions versions = new Versions();
    private final Queries queries = new Queries();
    private final SingleRows rows = new SingleRows();
    private final RowsByKey rowsByKey = new RowsByKey();
    private final Relationships relationships = new Relationships(rows, queries);
    private final Limits limits;
    private final CallCounts counts;
    private final Collections collections;
    private final Composite composite;
    private final Batch batch;
    private final Graphs graphs;
    private final Trees trees = new Trees();
    private final BulkIngest ingest;
    private final BulkQueries bulkQueries;

    DataApi(CurrentOrg current, Limits limits, CallCounts counts) {
        this.limits = limits;
        this.counts = counts;
        this.collections = new Collections(counts::upserted);
        JobsByOrg jobs = new JobsByOrg();
        this.ingest = new BulkIngest(jobs, current, counts::upserted);
        this.bulkQueries = new BulkQueries(jobs);
        AnswerSubrequest inside = new AnswerSubrequest(this::answer);
        this.composite = new Composite(inside);
        this.batch = new Batch(inside, counts);
        this.graphs = new Graphs(composite);
    }

    /** {@code /services/data/} is open to everyone. */
    Reply versions(Org org) {
        return versions.list(org);
    }

    /** Answers a call below {@code /services/data/vXX.X}. */
    Reply reply(Org org, User user, Request request) {
        String version = request.segments().get(2);
        Call call = new Call(org, user, version, request.below(3), Optional.empty());
        versions.require(org, version);
        counts.called(call.method(), route(call.request().segments()).name());
        return answer(call);
    }

    private Reply answer(Call call) {
        versions.require(call.org(), call.version());
        try {
            return route(call.request().segments()).resource().reply(call);
        } catch (RequestRefused e) {
            return Reply.errors(
                    400, List.of(ApiError.of(e.error().code(), e.error().message())));
        }
    }

    private Route route(List<String> path) {
        if (path.isEmpty()) {
            return new Route("", versions::root);
        }
        return switch (path.get(0)) {
            case "limits" -> limits(path);
            case "query" ->
                path.size() == 2
                        ? new Route("query/{locator}", queries::more)
                        : exactly(path, 1, new Route("query", queries::query));
            case "queryAll" ->
                path.size() == 2
                        ? new Route("query/{locator}", queries::more)
                        : exactly(path, 1, new Route("queryAll", queries::queryAll));
            case "sobjects" -> objects(path);
            case "search", "parameterizedSearch" -> new Route("search", DataApi::noSearch);
            case "recent" -> exactly(path, 1, new Route("recent", DataApi::nothingRecent));
            case "composite" -> composite(path);
            case "jobs" -> jobs(path);
            case "connect" -> connect(path);
            default -> throw ApiException.notFound();
        };
    }

    private static Route connect(List<String> path) {
        if (path.size() != 2 || !path.get(1).equals("organization")) {
            throw ApiException.notFound();
        }
        return new Route("connect/organization", OrgFeatures::reply);
    }

    private static Reply noSearch(Call call) {
        throw new ApiException(
                400, "MALFORMED_SEARCH", "This org answers no searches (SOSL); use a query with LIKE instead.");
    }

    /** This org has no views of single rows, so no row counts as recently viewed. */
    private static Reply nothingRecent(Call call) {
        return Reply.ok(json -> {
            json.writeStartArray();
            json.writeEndArray();
        });
    }

    private static Route exactly(List<String> path, int size, Route route) {
        if (path.size() != size) {
            throw ApiException.notFound();
        }
        return route;
    }

    private Route limits(List<String> path) {
        return path.size() == 2 && path.get(1).equals("recordCount")
                ? new Route("limits/recordCount", limits::recordCount)
                : exactly(path, 1, new Route("limits", limits::reply));
    }

    private Route objects(List<String> path) {
        return switch (path.size()) {
            case 1 -> new Route("sobjects", Describe::global);
            case 2 -> new Route("sobjects/{object}", rows::object);
            case 3 ->
                switch (path.get(2)) {
                    case "describe" -> new Route("sobjects/{object}/describe", Describe::full);
                    case "updated" -> new Route("sobjects/{object}/updated", Replication::updated);
                    case "deleted" -> new Route("sobjects/{object}/deleted", Replication::deleted);
                    default -> new Route("sobjects/{object}/{id}", rows::row);
                };
            case 4 -> new Route("sobjects/{object}/{field}/{value}", this::byKeyOrRelationship);
            default -> throw ApiException.notFound();
        };
    }

    private Reply byKeyOrRelationship(Call call) {
        if (call.segment(2).equals("describe")) {
            throw ApiException.notFound();
        }
        return Relationships.isOne(call) ? relationships.reply(call) : rowsByKey.reply(call);
    }

    private Route composite(List<String> path) {
        return switch (path.size() == 1 ? "" : path.get(1)) {
            case "" -> new Route("composite", composite::reply);
            case "batch" -> exactly(path, 2, new Route("composite/batch", batch::reply));
            case "graph" -> exactly(path, 2, new Route("composite/graph", graphs::reply));
            case "tree" -> exactly(path, 3, new Route("composite/tree/{object}", trees::reply));
            case "sobjects" -> collections(path);
            default -> throw ApiException.notFound();
        };
    }

    private Route jobs(List<String> path) {
        Resource resource = switch (path.size() == 1 ? "" : path.get(1)) {
            case "ingest" -> ingest::reply;
            case "query" -> bulkQueries::reply;
            default -> throw ApiException.notFound();
        };
        String name = "jobs/" + path.get(1) + (path.size() > 2 ? "/{id}" : "");
        return new Route(path.size() > 3 ? name + "/" + path.get(3) : name, resource);
    }

    private Route collections(List<String> path) {
        return switch (path.size()) {
            case 2 -> new Route("composite/sobjects", collections::reply);
            case 3 -> new Route("composite/sobjects/{object}", ReadMany::reply);
            case 4 -> new Route("composite/sobjects/{object}/{field}", collections::upsert);
            default -> throw ApiException.notFound();
        };
    }
}
