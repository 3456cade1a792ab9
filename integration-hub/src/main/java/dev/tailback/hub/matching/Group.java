package dev.tailback.hub.matching;

import java.util.List;

/** Records that stand for one golden record. */
public record Group(String id, List<MatchRecord> members) {

    public Group {
        members = List.copyOf(members);
    }
}
