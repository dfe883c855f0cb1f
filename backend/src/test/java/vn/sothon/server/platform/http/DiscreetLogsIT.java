package vn.sothon.server.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.server.Engine;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Writer;

/** What a failure writes to the log names nobody and opens nothing. */
class DiscreetLogsIT {
    @TempDir
    Path folder;

    @Test
    void aPath_withALinkThatWorksOnce_isLoggedWithoutIt() {
        String token = "q0".repeat(21) + "_";
        String id = "0190a7b2-0000-7000-8000-000000000001";

        assertThat(Problems.forLog("/welcome/" + token)).isEqualTo("/welcome/*");
        assertThat(Problems.forLog("/records/" + id)).isEqualTo("/records/" + id);
    }

    @ParameterizedTest
    @EnumSource
    void aRow_thatTheDatabaseRefuses_isNotToldInTheFailure(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            String name = "L\u00f2 V\u0103n K\u00edn";
            Throwable refused = catchThrowable(() -> server.bean(Writer.class)
                    .write(tx -> Sql.update(
                            tx.connection(),
                            "INSERT INTO person (id, name, name_search, made_at, version) VALUES ('1', ?, NULL, 0, 1)",
                            name)));

            assertThat(refused).isNotNull();
            assertThat(Stream.iterate(refused, one -> one != null, Throwable::getCause)
                            .map(one -> String.valueOf(one.getMessage())))
                    .noneMatch(message -> message.contains(name));
        }
    }
}
