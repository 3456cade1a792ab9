package dev.tailback.hub.golden;

import dev.tailback.hub.database.RowsJson;
import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.entity.Entity;
import dev.tailback.hub.survivorship.Decision;
import dev.tailback.hub.survivorship.RulesInForce;
import dev.tailback.hub.survivorship.Survivorship;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What stewards must decide. Only the question is kept; its candidates are read from the facts when somebody looks,
 * so what people typed meanwhile is among them.
 */
@Singleton
public class Questions {

    private final QuestionRows rows;
    private final GoldenRows goldens;
    private final ReadKnown read;
    private final Entities entities;
    private final RulesInForce inForce;

    Questions(QuestionRows rows, GoldenRows goldens, ReadKnown read, Entities entities, RulesInForce inForce) {
        this.rows = rows;
        this.goldens = goldens;
        this.read = read;
        this.entities = entities;
        this.inForce = inForce;
    }

    /** In the caller's transaction. What is asked already keeps its time; what is not asked any more goes. */
    void ask(List<UUID> goldens, List<NewQuestion> news) {
        String asked = RowsJson.of(news, NewQuestion::write);
        rows.forgetOthers(RowsJson.ids(goldens), asked);
        if (!news.isEmpty()) {
            rows.ask(asked);
        }
    }

    /**
     * The longest waiting first.
     *
     * @param limit 200 at most
     * @param skipped how many were on the pages before
     */
    public List<Question> open(int limit, long skipped) {
        Survivorship rules = inForce.now();
        return rows.open(Math.min(limit, 200), skipped).stream()
                .flatMap(row -> question(row, rules))
                .toList();
    }

    public long count() {
        return rows.count();
    }

    private Stream<Question> question(QuestionRow row, Survivorship rules) {
        return goldens.find(row.goldenId()).stream()
                .flatMap(golden -> asked(golden, row.attribute(), rules).stream()
                        .map(asked -> new Question(golden, asked, row.askedAt())));
    }

    private Optional<Decision> asked(Golden golden, String attribute, Survivorship rules) {
        Optional<Entity> entity = entities.entity(golden.entity());
        return entity.map(known -> read.of(known, List.of(golden), rules).get(0))
                .map(known -> rules.decide(known.facts(), attribute))
                .filter(Questions::isAsked);
    }

    static boolean isAsked(Decision decision) {
        return decision.fold(decided -> false, asked -> true, unfilled -> false);
    }
}
