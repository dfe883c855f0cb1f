package vn.sothon.server.plan.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnreadablePlanTest {

    @Test
    void readText_whenEmpty_saysSo() {
        assertThat(refusal(" \n\n").code()).isEqualTo(UnreadablePlan.Code.EMPTY);
    }

    @Test
    void readText_whenItIsAnotherDocument_saysWhichTitleWasExpectedAndWhere() {
        UnreadablePlan refusal = refusal("\nShopping\n1. Bread\n2. Salt\n");

        assertThat(refusal.code()).isEqualTo(UnreadablePlan.Code.TITLE_NOT_FOUND);
        assertThat(refusal.expected()).contains("title");
        assertThat(refusal.line()).isEqualTo(2);
    }

    @Test
    void readText_whenAPlanHasNoTasks_saysWhatWasExpected() {
        UnreadablePlan refusal = refusal("KẾ HOẠCH\nĐi thăm hộ vay\n\nI. MỤC ĐÍCH\n1. Thăm hỏi.\n");

        assertThat(refusal.code()).isEqualTo(UnreadablePlan.Code.TASKS_NOT_FOUND);
        assertThat(refusal.line()).isEqualTo(4);
    }

    @Test
    void read_whenTheFileIsNoText_refusesIt(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("plan.txt"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, (byte) 0x80});

        UnreadablePlan refusal = catchThrowableOfType(UnreadablePlan.class, () -> new PlanImporter().read(file));

        assertThat(refusal.code()).isEqualTo(UnreadablePlan.Code.NOT_TEXT);
    }

    @Test
    void read_whenThereIsNoFile_saysSo(@TempDir Path folder) {
        UnreadablePlan refusal =
                catchThrowableOfType(UnreadablePlan.class, () -> new PlanImporter().read(folder.resolve("none.txt")));

        assertThat(refusal.code()).isEqualTo(UnreadablePlan.Code.FILE_NOT_FOUND);
    }

    private static UnreadablePlan refusal(String text) {
        return catchThrowableOfType(UnreadablePlan.class, () -> new PlanImporter().readText(text, "test"));
    }
}
