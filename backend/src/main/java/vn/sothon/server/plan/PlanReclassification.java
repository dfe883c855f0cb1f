package vn.sothon.server.plan;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.sothon.model.json.Json;
import vn.sothon.model.plan.Acceptance;
import vn.sothon.model.rule.TaskClassifier;
import vn.sothon.server.plan.importer.ImportedPlan;
import vn.sothon.server.plan.importer.ImportedTask;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.platform.db.Writer;

/** Works out again which records the tasks of all plans accept, after the rule has changed. What a person decided stays. */
@Singleton
public class PlanReclassification {
    private final PlanStore store;
    private final PlanPublisher publisher;
    private final Writer writer;
    private final TransactionOperations<Connection> transactions;
    private final TaskClassifier classifier = new TaskClassifier();

    PlanReclassification(
            PlanStore store, PlanPublisher publisher, Writer writer, TransactionOperations<Connection> transactions) {
        this.store = store;
        this.publisher = publisher;
        this.writer = writer;
        this.transactions = transactions;
    }

    /** How many tasks accept other records now than before. */
    public int run() {
        List<UUID> plans = transactions.executeRead(status ->
                store.all(status.getConnection()).stream().map(StoredPlan::id).toList());
        int changed = 0;
        for (UUID plan : plans) {
            changed += writer.write(tx -> one(tx, plan));
        }
        return changed;
    }

    private int one(Tx tx, UUID id) throws SQLException {
        StoredPlan plan = store.require(tx.connection(), id);
        Set<String> decided = new HashSet<>();
        for (Correction correction : store.corrections(tx.connection(), id)) {
            if (correction.field().equals(Reading.ACCEPTS) && correction.taskKey() != null) {
                decided.add(correction.taskKey());
            }
        }
        ImportedPlan document = plan.document();
        int changed = 0;
        for (ImportedTask task : plan.document().tasks()) {
            List<Acceptance> now = classifier.classify(task.content(), task.products());
            if (!decided.contains(task.key()) && !now.equals(task.accepts())) {
                document = Reading.set(document, task.key(), Reading.ACCEPTS, Json.tree(now))
                        .document();
                changed++;
            }
        }
        if (changed > 0) {
            StoredPlan read = plan.reading(document);
            store.save(tx.connection(), read);
            if (read.term() != null) {
                publisher.rewrite(tx, read);
                publisher.settle(tx, PlanPublisher.term(read).line(), id, "RECLASSIFIED");
            }
        }
        return changed;
    }
}
