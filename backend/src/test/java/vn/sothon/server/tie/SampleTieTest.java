package vn.sothon.server.tie;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sothon.model.plan.PlanTask;
import vn.sothon.model.rule.TieAnswer;
import vn.sothon.model.rule.TieRule;

/** The product's own sample plan: two tasks speak of loan use, one of associations, one of the village head. */
class SampleTieTest {
    private static final Path SAMPLE = Path.of("src/main/resources/sample-plans/bai-cat-commune.txt");

    @Test
    void check_byAVillageHead_tiesToTheTaskThatNamesHimWhateverTheVisit() throws Exception {
        assertThat(task("VILLAGE_HEAD", "\"POST_DISBURSEMENT\"")).isEqualTo("2.a");
        assertThat(task("VILLAGE_HEAD", "\"SURPRISE\"")).isEqualTo("2.a");
        assertThat(task("VILLAGE_HEAD", "null")).isEqualTo("2.a");
    }

    @Test
    void check_byAnAssociation_tiesToTheTaskOfAssociations() throws Exception {
        assertThat(task("ASSOCIATION_OFFICER", "\"POST_DISBURSEMENT\"")).isEqualTo("1.a");
        assertThat(task("GROUP_LEADER", "\"POST_DISBURSEMENT\"")).isEqualTo("1.a");
    }

    private static String task(String author, String visit) throws Exception {
        List<PlanTask> tasks = ImportedTasks.read(SAMPLE);
        String line = "{\"id\":\"r\",\"kind\":\"LOAN_USE_CHECK\",\"authorRole\":\"" + author
                + "\",\"subject\":\"LOAN\",\"visit\":" + visit + ",\"findings\":[],\"date\":\"2026-04-01\"}";
        TieAnswer answer = new TieRule().answer(RecordLine.read(line).question(), tasks);
        return answer instanceof TieAnswer.Tied tied ? tied.task().key() : "";
    }
}
