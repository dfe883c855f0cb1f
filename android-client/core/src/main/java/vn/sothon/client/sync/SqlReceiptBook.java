package vn.sothon.client.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.sothon.client.store.Database;
import vn.sothon.model.sync.Push.Receipt;

/** Receipts in the phone's database. */
public final class SqlReceiptBook implements ReceiptBook {
    private final Database database;

    public SqlReceiptBook(Database database) {
        this.database = database;
    }

    @Override
    public void note(Receipt receipt, Instant at) {
        database.atomically(() -> {
            Optional<Receipt> kept = newest().stream()
                    .filter(other -> other.partition().equals(receipt.partition()))
                    .findFirst();
            if (kept.isPresent() && kept.get().n() == receipt.n()) {
                if (!kept.get().head().equals(receipt.head())) {
                    database.update(
                            "INSERT OR IGNORE INTO contradiction (log, n, head, other_head, seen_at)"
                                    + " VALUES (?, ?, ?, ?, ?)",
                            receipt.partition(),
                            receipt.n(),
                            kept.get().head(),
                            receipt.head(),
                            at.toEpochMilli());
                }
            } else if (!kept.isPresent() || kept.get().n() < receipt.n()) {
                database.update(
                        "INSERT OR REPLACE INTO receipt (log, n, head) VALUES (?, ?, ?)",
                        receipt.partition(),
                        receipt.n(),
                        receipt.head());
            }
        });
    }

    @Override
    public List<Receipt> newest() {
        return database.query(
                "SELECT log, n, head FROM receipt ORDER BY log",
                row -> new Receipt(row.text(0), row.number(1), row.text(2)));
    }

    @Override
    public List<Contradiction> contradictions() {
        return database.query(
                "SELECT log, n, head, other_head, seen_at FROM contradiction ORDER BY log, n",
                row -> new Contradiction(
                        row.text(0), row.number(1), row.text(2), row.text(3), Instant.ofEpochMilli(row.number(4))));
    }
}
