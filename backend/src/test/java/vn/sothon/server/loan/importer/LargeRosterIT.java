package vn.sothon.server.loan.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A transaction office's credit file, 30,000 rows of 175 columns, read by a process that has 256 MB of heap. */
class LargeRosterIT {
    static final int ROWS = 30_000;
    static final int COLUMNS = 175;
    private static final int KNOWN = 9;

    @TempDir
    Path folder;

    /** Runs in the small process. */
    public static final class Reading {
        private Reading() {}

        public static void main(String[] args) throws IOException {
            Roster roster = new RosterReader().read(Path.of(args[0]));
            System.out.println(roster.kind() + " " + roster.loans().size() + " "
                    + roster.problems().size() + " " + roster.sums().outstanding());
        }
    }

    @Test
    void creditFile_of30000RowsAnd175Columns_isReadIn256MegabytesOfHeap() throws Exception {
        Path file = folder.resolve("large.xlsx");
        long outstanding = write(file);
        Path said = folder.resolve("said.txt");

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reading.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        boolean ended = process.waitFor(120, TimeUnit.SECONDS);
        process.destroyForcibly();

        assertThat(Files.readString(said, StandardCharsets.UTF_8).strip())
                .isEqualTo("CREDIT_FILE_31 " + ROWS + " 0 " + outstanding);
        assertThat(ended).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    private static long write(Path file) throws IOException {
        Random random = new Random(1);
        long sum = 0;
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", null)) {
            workbook.setCompressionLevel(1);
            Worksheet sheet = workbook.newWorksheet("BCQUERY");
            String[] headings = {
                "Mã KH",
                "Tên khách hàng",
                "Số khế ước",
                "Tình trạng món vay",
                "Tổng dư nợ",
                "Mã tổ",
                "Mã xã",
                "Mục đích",
                "Ngày giải ngân"
            };
            for (int column = 0; column < COLUMNS; column++) {
                sheet.value(4, column + 1, column < KNOWN ? headings[column] : "Cột " + column);
            }
            for (int row = 0; row < ROWS; row++) {
                long outstanding = (1 + random.nextInt(100)) * 1_000_000L;
                sum += outstanding;
                int at = row + 5;
                sheet.value(at, 1, String.format("%010d", row));
                sheet.inlineString(at, 2, "Nguyễn Thị " + row);
                sheet.value(at, 3, String.format("6600%012d", row));
                sheet.value(at, 4, "OPEN");
                sheet.value(at, 5, outstanding);
                sheet.value(at, 6, String.format("%07d", row / 60));
                sheet.value(at, 7, "240512");
                sheet.value(at, 8, "Chăn nuôi bò sinh sản");
                sheet.value(at, 9, "05/03/2026");
                for (int column = KNOWN; column < COLUMNS; column++) {
                    if (column % 15 == 0) {
                        sheet.value(at, column + 1, "riêng " + row + "/" + column);
                    } else if (column % 4 == 0) {
                        sheet.value(at, column + 1, "giá trị " + (row % 97));
                    } else {
                        sheet.value(at, column + 1, row * 1000L + column);
                    }
                }
                if (row % 500 == 0) {
                    sheet.flush();
                }
            }
        }
        return sum;
    }
}
