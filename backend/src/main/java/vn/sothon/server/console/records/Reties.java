package vn.sothon.server.console.records;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.plan.PlanTask;
import vn.sothon.model.rule.TaskTitle;
import vn.sothon.server.console.page.Choice;
import vn.sothon.server.console.page.Texts;
import vn.sothon.server.org.AreaLookup;
import vn.sothon.server.plan.PlanTaskLookup;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.record.StoredRecord;
import vn.sothon.server.sync.push.Consequences;
import vn.sothon.server.tie.TieService;

/** A leader puts a record under another task, or under none; the rule never takes that back. */
@Singleton
class Reties {
    static final String NONE = "none";
    private final TransactionOperations<Connection> transactions;
    private final Writer writer;
    private final PlanTaskLookup tasks;
    private final TieService ties;
    private final Consequences consequences;
    private final AreaLookup areas;
    private final Texts texts;
    private final ServerClock clock;

    Reties(
            TransactionOperations<Connection> transactions,
            Writer writer,
            PlanTaskLookup tasks,
            TieService ties,
            Consequences consequences,
            AreaLookup areas,
            Texts texts,
            ServerClock clock) {
        this.transactions = transactions;
        this.writer = writer;
        this.tasks = tasks;
        this.ties = ties;
        this.consequences = consequences;
        this.areas = areas;
        this.texts = texts;
        this.clock = clock;
    }

    /** Tasks in force where the record was made, without the one it stands under. */
    List<Choice> choices(StoredRecord record, @Nullable UUID present, Locale locale) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", texts.say(locale, "records.retie.choose")));
        transactions
                .<List<PlanTask>>executeRead(
                        status -> tasks.governing(status.getConnection(), areas.path(record.communeCode())))
                .stream()
                .filter(task -> !task.id().equals(present))
                .forEach(task -> choices.add(
                        new Choice(task.id().toString(), task.key() + "  " + TaskTitle.of(task.content()))));
        choices.add(new Choice(NONE, texts.say(locale, "records.retie.none")));
        return choices;
    }

    void retie(StoredRecord record, @Nullable UUID task, String why) {
        writer.write(tx -> {
            ties.byPerson(tx, record, task, why, clock.now());
            return consequences.draw(tx, record, clock.now());
        });
    }
}
