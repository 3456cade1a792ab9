package dev.tailback.crm.call;

import dev.tailback.crm.Answer;
import dev.tailback.crm.Written;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The answers to a batch of writes, as they come in. Not for use by several threads. */
public final class Board {

    private final int writes;
    private final TreeMap<Integer, Written> answers = new TreeMap<>();
    private Optional<Sent.NotTaken> stopped = Optional.empty();
    private boolean isSomethingDone;

    public Board(int writes) {
        this.writes = writes;
    }

    /** Decided without a word of the CRM, so that nothing was sent. */
    public void decided(int write, Written answer) {
        answers.put(write, answer);
    }

    /** Decided by the CRM, or perhaps done by it. */
    public void told(int write, Written answer) {
        isSomethingDone = true;
        answers.put(write, answer);
    }

    public void lost(Collection<Integer> some, Sent.Lost lost) {
        some.forEach(write -> told(write, new Written.Unknown(lost.reason())));
    }

    /** The CRM takes nothing more now. */
    public void stop(Sent.NotTaken why) {
        stopped = Optional.of(why);
    }

    public boolean isStopped() {
        return stopped.isPresent();
    }

    /** The accepted ones, each with its place. */
    public Map<Integer, Written.Accepted> accepted() {
        Map<Integer, Written.Accepted> accepted = new TreeMap<>();
        answers.forEach((write, answer) -> answer.<Optional<Written.Accepted>>fold(
                        Optional::of,
                        refused -> Optional.empty(),
                        conflict -> Optional.empty(),
                        gone -> Optional.empty(),
                        unknown -> Optional.empty())
                .ifPresent(one -> accepted.put(write, one)));
        return accepted;
    }

    public boolean isOpen(int write) {
        return !answers.containsKey(write);
    }

    /** Where the CRM took nothing at all, this is no answer to any single write. */
    public Answer<List<Written>> answer() {
        if (stopped.isPresent() && !isSomethingDone) {
            return stopped.get().answer();
        }
        return new Answer.Given<>(IntStream.range(0, writes)
                .mapToObj(write -> answers.getOrDefault(write, notSent()))
                .toList());
    }

    private Written notSent() {
        return stopped.<Written>map(why -> new Written.Refused(why.code(), why.reason(), Optional.empty(), true))
                .orElseGet(() -> new Written.Unknown("The CRM gave no answer for this record."));
    }
}
