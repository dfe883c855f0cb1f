package vn.sothon.client.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.sothon.client.store.Undoable;
import vn.sothon.model.sync.Push.Receipt;

public final class InMemoryReceiptBook implements ReceiptBook, Undoable {
    private Map<String, Receipt> newest = new TreeMap<>();
    private List<Contradiction> contradictions = new ArrayList<>();

    @Override
    public void note(Receipt receipt, Instant at) {
        Receipt kept = newest.get(receipt.partition());
        if (kept == null || kept.n() < receipt.n()) {
            newest.put(receipt.partition(), receipt);
        } else if (kept.n() == receipt.n() && !kept.head().equals(receipt.head())) {
            contradictions.add(new Contradiction(receipt.partition(), receipt.n(), kept.head(), receipt.head(), at));
        }
    }

    @Override
    public List<Receipt> newest() {
        return List.copyOf(newest.values());
    }

    @Override
    public List<Contradiction> contradictions() {
        return List.copyOf(contradictions);
    }

    @Override
    public Runnable undo() {
        Map<String, Receipt> newestBefore = new TreeMap<>(newest);
        List<Contradiction> contradictionsBefore = new ArrayList<>(contradictions);
        return () -> {
            newest = newestBefore;
            contradictions = contradictionsBefore;
        };
    }
}
