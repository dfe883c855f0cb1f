package vn.sothon.server.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sothon.server.platform.db.Sql;

/** The demonstration on the product's own plans: its result is counted on the stores, and so it sees what is gone. */
class DemoIT {
    private final StringWriter said = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void demo_whenAStoredRecordIsDeletedAfterwards_countsItAsLost() throws Exception {
        Path workshop = Files.createDirectory(folder.resolve("workshop"));
        Path data = folder.resolve("server");
        Demo demo = new Demo(new PrintWriter(said), data, workshop);
        demo.play(PlanTexts.files(null, workshop), 0);

        DemoResult whole = demo.count();
        delete(data);
        DemoResult robbed = demo.count();

        assertThat(whole.good()).as(whole.line()).isTrue();
        assertThat(whole.phones()).isGreaterThanOrEqualTo(3);
        assertThat(whole.recorded()).isGreaterThanOrEqualTo(50);
        assertThat(whole.attachments()).isGreaterThanOrEqualTo(5);
        assertThat(whole.tied() + whole.untied() + whole.superseded() + whole.sheets())
                .isEqualTo(whole.stored());
        assertThat(robbed.lost()).isEqualTo(1);
        assertThat(robbed.good()).isFalse();
        assertThat(robbed.logVerified()).isFalse();
    }

    /** One record nothing else stands on, straight out of the closed database. */
    private static void delete(Path data) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("sothon.db"))) {
            int deleted = Sql.update(
                    connection,
                    "DELETE FROM record WHERE id = (SELECT MAX(id) FROM record WHERE kind = 'CHECK_SHEET')");
            assertThat(deleted).isEqualTo(1);
        }
    }
}
