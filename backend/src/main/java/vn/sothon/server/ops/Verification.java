package vn.sothon.server.ops;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Proves that what is stored is what was sealed: chains, hashes, signatures, ties and what was derived from the bytes.
 * It trusts nothing but the sealed bytes and the public keys.
 */
@Singleton
public class Verification {
    private final TransactionOperations<Connection> transactions;
    private final ChainCheck chains;
    private final RecordCheck records;
    private final PlanWorkCheck work;
    private final DecisionCheck decisions;
    private final CheckpointCheck checkpoints;

    Verification(
            TransactionOperations<Connection> transactions,
            ChainCheck chains,
            RecordCheck records,
            PlanWorkCheck work,
            DecisionCheck decisions,
            CheckpointCheck checkpoints) {
        this.transactions = transactions;
        this.chains = chains;
        this.records = records;
        this.work = work;
        this.decisions = decisions;
        this.checkpoints = checkpoints;
    }

    /**
     * What was looked at, and each fault by name.
     *
     * @param logs how many chains
     * @param entries of all chains
     * @param checkpoints signed ones the logs were held against
     */
    public record Report(
            @JsonProperty("logs") int logs,
            @JsonProperty("entries") long entries,
            @JsonProperty("records") long records,
            @JsonProperty("checkpoints") int checkpoints,
            @JsonProperty("faults") List<Fault> faults) {

        public boolean whole() {
            return faults.isEmpty();
        }
    }

    /** Reads everything once. */
    public Report run() {
        return run(null);
    }

    /** The same, and holds the logs against checkpoints somebody kept outside. */
    Report run(Checkpoint.@Nullable Bundle outside) {
        return transactions.executeRead(status -> {
            List<Fault> faults = new ArrayList<>();
            LoggedHashes logged = new LoggedHashes();
            int logs = chains.check(status.getConnection(), logged, faults);
            long count = records.check(status.getConnection(), logged, faults);
            work.check(status.getConnection(), logged, faults);
            decisions.check(status.getConnection(), logged, faults);
            int signed = checkpoints.check(status.getConnection(), faults);
            if (outside != null) {
                signed += checkpoints.against(status.getConnection(), outside, faults);
            }
            return new Report(logs, logged.entries(), count, signed, List.copyOf(faults));
        });
    }
}
