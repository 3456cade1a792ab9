package dev.tailback.crm.declared;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.crm.Answer;
import dev.tailback.crm.SourceRecord;
import dev.tailback.crm.Write;
import dev.tailback.crm.Written;
import dev.tailback.crm.call.Board;
import dev.tailback.crm.call.CrmAnswer;
import dev.tailback.crm.call.CutAnswer;
import dev.tailback.crm.call.Sent;
import dev.tailback.crm.declared.DeclaredObject.Request;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes records one by one. An API of which nothing is known but its lists and writes cannot compare, so an update
 * is read, compared and written; an upsert is a look by its key, then a new record or a change.
 */
record WriteDeclaredRecords(DeclaredCalls calls, DeclaredCrm crm, RecordShape shape, ReadDeclaredRecords records) {

    /** Each takes up to three calls, and a call of the contract must end. */
    static final int MOST = 20;

    Answer<List<Written>> write(List<Write> writes) {
        Board board = new Board(writes.size());
        for (int at = 0; at < writes.size() && !board.isStopped(); at++) {
            int place = at;
            Write write = writes.get(at);
            Optional<Written.Refused> refused = refusedUnseen(write);
            if (refused.isPresent()) {
                board.decided(at, refused.get());
            } else {
                write.<Runnable>fold(
                                create -> () -> create(place, create.values(), board),
                                update -> () -> update(place, update, board),
                                upsert -> () -> upsert(place, upsert, board))
                        .run();
            }
        }
        return board.answer();
    }

    private void create(int place, Map<String, String> values, Board board) {
        send(place, shape.object().create(), Map.of(), values, board, true);
    }

    private void update(int place, Write.Update update, Board board) {
        if (!RecordShape.isId(update.id())) {
            board.decided(place, new Written.Gone());
            return;
        }
        looked(place, records.byId(update.id(), update.believed().keySet()), board)
                .ifPresent(found -> compared(place, update, found, board));
    }

    private void compared(int place, Write.Update update, Optional<SourceRecord> found, Board board) {
        if (found.isEmpty()) {
            board.told(place, new Written.Gone());
        } else if (!update.believed().equals(found.get().values())) {
            board.told(place, new Written.Conflict(found.get()));
        } else {
            change(place, update.id(), update.values(), board);
        }
    }

    private void change(int place, String id, Map<String, String> values, Board board) {
        send(place, shape.object().update(), Map.of("id", id), values, board, false);
    }

    private void upsert(int place, Write.Upsert upsert, Board board) {
        Set<String> fields = upsert.values().keySet();
        Request find = shape.object().find().orElseThrow();
        looked(place, records.byKey(find, upsert.keyField(), upsert.key(), fields), board)
                .ifPresent(found -> upserted(place, upsert, found, board));
    }

    /** What holds everything already is not written again. */
    private void upserted(int place, Write.Upsert upsert, Optional<SourceRecord> found, Board board) {
        Map<String, String> all = new HashMap<>(upsert.values());
        all.put(upsert.keyField(), upsert.key());
        if (found.isEmpty()) {
            create(place, all, board);
        } else if (upsert.values().equals(found.get().values())) {
            board.told(place, new Written.Accepted(found.get().id(), false, upsert.values()));
        } else {
            change(place, found.get().id(), upsert.values(), board);
        }
    }

    /** Empty where the look failed, which the board then knows; nothing was written for this record. */
    private static Optional<Optional<SourceRecord>> looked(
            int place, Answer<Optional<SourceRecord>> look, Board board) {
        return look.fold(
                Optional::of,
                refused -> {
                    board.decided(
                            place, new Written.Refused(refused.code(), refused.reason(), Optional.empty(), false));
                    return Optional.empty();
                },
                away -> {
                    board.stop(new Sent.NotTaken(away.code(), away.reason(), away.retryAfter(), false));
                    return Optional.empty();
                });
    }

    private void send(
            int place,
            Optional<Request> request,
            Map<String, String> blanks,
            Map<String, String> values,
            Board board,
            boolean isNew) {
        Request call = request.orElseThrow();
        Sent sent = calls.send(
                call.method(),
                Blanks.path(call.path(), blanks),
                Blanks.filled(call.query(), blanks),
                shape.body(values));
        sent.<Runnable>fold(
                        answer -> () -> board.told(place, written(answer, call, blanks, values, isNew)),
                        lost -> () -> board.lost(List.of(place), lost),
                        notTaken -> () -> board.stop(notTaken))
                .run();
    }

    private Written written(
            CrmAnswer answer, Request call, Map<String, String> blanks, Map<String, String> values, boolean isNew) {
        if (answer.status() >= 300) {
            return refused(answer, values, isNew);
        }
        JsonNode record = call.record().in(answer.json());
        try {
            if (!isNew && answer.body().length == 0) {
                return new Written.Accepted(blanks.getOrDefault("id", ""), false, Map.of());
            }
            String id = shape.id(record);
            return isNew || id.equals(blanks.get("id"))
                    ? new Written.Accepted(id, isNew, shape.values(record, values.keySet(), false))
                    : new Written.Unknown(calls.name() + " answers with another record than the one that was written.");
        } catch (CutAnswer cut) {
            return new Written.Unknown(cut.getMessage());
        }
    }

    private Written refused(CrmAnswer answer, Map<String, String> values, boolean isNew) {
        if (!isNew && records.isGone(answer)) {
            return new Written.Gone();
        }
        DeclaredError error = calls.error(answer)
                .orElseGet(() -> new DeclaredError(
                        "HTTP_" + answer.status(), calls.name() + " refuses this without a reason.", Optional.empty()));
        boolean isForNow = crm.errors().forNow().contains(error.code())
                || crm.errors().forNow().contains(String.valueOf(answer.status()));
        return new Written.Refused(error.code(), error.message(), error.about(values.keySet()), isForNow);
    }

    /** What needs no word of the CRM. */
    private Optional<Written.Refused> refusedUnseen(Write write) {
        for (Map.Entry<String, String> value : write.values().entrySet()) {
            Optional<DeclaredObject.DeclaredField> field = shape.object().field(value.getKey());
            if (field.isEmpty() || !field.get().isWritable()) {
                return refused(
                        "NOT_WRITABLE", "The file of the CRM names no such field that may be written.", value.getKey());
            }
            if (!shape.fits(field.get(), value.getValue())) {
                return refused("INVALID_VALUE", "The value is no " + field.get().type() + ".", value.getKey());
            }
        }
        return write.fold(
                create -> needed(shape.object().create(), "create"),
                update -> unknown(update.believed().keySet())
                        .or(() -> needed(shape.object().update(), "update")),
                upsert -> unknown(Set.of(upsert.keyField()))
                        .or(() -> needed(shape.object().find(), "find"))
                        .or(() -> needed(shape.object().create(), "create"))
                        .or(() -> needed(shape.object().update(), "update")));
    }

    private Optional<Written.Refused> unknown(Set<String> fields) {
        return fields.stream()
                .filter(name -> shape.object().field(name).isEmpty())
                .findFirst()
                .flatMap(name -> refused("UNKNOWN_FIELD", "The file of the CRM names no such field.", name));
    }

    private static Optional<Written.Refused> needed(Optional<Request> call, String name) {
        return call.isPresent()
                ? Optional.empty()
                : Optional.of(new Written.Refused(
                        "NOT_DECLARED",
                        "The file of the CRM does not say how to do this: add '" + name + "' to the object.",
                        Optional.empty(),
                        false));
    }

    private static Optional<Written.Refused> refused(String code, String reason, String field) {
        return Optional.of(new Written.Refused(code, reason, Optional.of(field), false));
    }
}
