package vn.sothon.server.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;
import vn.sothon.server.Engine;
import vn.sothon.server.Servers;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.platform.ledger.Ledger;

/** What the one writer does when a work, or the disk, fails beneath it. */
class WriterIT {
    @RegisterExtension
    static final Servers servers = new Servers();

    /** Writes down what would have ended the process. */
    private static final class Ends extends ProcessEnd {
        final List<String> reasons = new CopyOnWriteArrayList<>();

        @Override
        void because(String what, Throwable thrown) {
            reasons.add(what);
        }
    }

    @ParameterizedTest
    @EnumSource
    void work_whenItsStackOverflows_failsAloneAndTheWriterGoesOn(Engine engine) throws Exception {
        Ends ends = new Ends();
        Writer writer = writer(engine, ends);

        assertThatThrownBy(() -> writer.submit(tx -> endless(1)).join())
                .hasRootCauseInstanceOf(StackOverflowError.class);

        int next = writer.write(tx -> 7);
        assertThat(next).isEqualTo(7);
        assertThat(ends.reasons).isEmpty();
        writer.close();
    }

    @ParameterizedTest
    @EnumSource
    void work_whenTheDiskFails_endsTheProcess(Engine engine) throws Exception {
        Ends ends = new Ends();
        Writer writer = writer(engine, ends);
        SQLException failed = engine == Engine.SQLITE
                ? new SQLException("disk I/O error", null, 10)
                : new SQLException("could not fsync file", "58030");

        assertThatThrownBy(() -> writer.submit(tx -> {
                            throw failed;
                        })
                        .join())
                .hasRootCause(failed);

        assertThat(ends.reasons).containsExactly("the storage failed");
        writer.close();
    }

    @ParameterizedTest
    @EnumSource
    void work_whenItsStatementIsWrong_endsNothing(Engine engine) throws Exception {
        Ends ends = new Ends();
        Writer writer = writer(engine, ends);

        assertThatThrownBy(() -> writer.submit(tx -> Sql.update(tx.connection(), "UPDATE nothing SET x = 1"))
                        .join())
                .hasRootCauseInstanceOf(SQLException.class);

        int next = writer.write(tx -> 7);
        assertThat(next).isEqualTo(7);
        assertThat(ends.reasons).isEmpty();
        writer.close();
    }

    @ParameterizedTest
    @EnumSource
    void health_whenTheWriterIsGone_isDown(Engine engine) throws Exception {
        Writer writer = writer(engine, new Ends());
        assertThat(status(writer)).isEqualTo(HealthStatus.UP);

        writer.close();

        assertThat(status(writer)).isEqualTo(HealthStatus.DOWN);
    }

    private static HealthStatus status(Writer writer) {
        HealthResult result = Mono.from(new WriterHealth(writer).getResult()).block();
        assertThat(result).isNotNull();
        return result.getStatus();
    }

    @SuppressWarnings("unchecked")
    private static Writer writer(Engine engine, ProcessEnd end) {
        RunningServer server = servers.on(engine);
        TransactionOperations<Connection> transactions = server.bean(TransactionOperations.class);
        return new Writer(transactions, server.bean(Ledger.class), end);
    }

    private static int endless(int depth) {
        return depth == 0 ? 0 : 1 + endless(depth + 1);
    }
}
