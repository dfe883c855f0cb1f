package vn.sothon.server.plan.importer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import vn.sothon.model.plan.Acceptance;

/**
 * Reads a plan document. The same file always gives the same plan; what the document does not say stays empty.
 *
 * <p>Two layouts are told apart by structure: a table of tasks, recognised by its column headings, and numbered prose.
 */
public final class PlanImporter {
    private final Function<ImportedTask, List<Acceptance>> accepts;

    public PlanImporter() {
        this(task -> List.of());
    }

    /** @param accepts which records a task accepts, judged by its words */
    public PlanImporter(Function<ImportedTask, List<Acceptance>> accepts) {
        this.accepts = accepts;
    }

    public ImportedPlan read(Path file) throws UnreadablePlan {
        Path name = file.getFileName();
        String sourceName = name == null ? file.toString() : name.toString();
        if (!Files.isRegularFile(file)) {
            throw new UnreadablePlan(UnreadablePlan.Code.FILE_NOT_FOUND, "a readable file called " + sourceName, null);
        }
        try {
            return readText(decode(Files.readAllBytes(file)), sourceName);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ImportedPlan readText(String text, String sourceName) throws UnreadablePlan {
        List<Line> lines = CleanText.lines(text);
        if (lines.isEmpty()) {
            throw new UnreadablePlan(UnreadablePlan.Code.EMPTY, "the text of a plan", null);
        }
        TableHeading table = TableHeading.find(lines);
        int narrativeEnd = table == null ? lines.size() : table.first();
        List<Line> narrative = lines.subList(0, narrativeEnd);
        List<PlanPart> parts = PlanPart.of(narrative);
        int bodyStart =
                parts.isEmpty() ? narrativeEnd : indexOf(lines, parts.get(0).line());
        PlanHead head = PlanHead.of(lines, bodyStart);
        Paragraphs paragraphs = Paragraphs.learn(narrative.subList(bodyStart, narrativeEnd));

        TaskList found = table == null ? new ProsePlan(parts, paragraphs).read() : new TablePlan(table, lines).read();
        List<ImportedTask> tasks = found.tasks().stream()
                .map(task -> task.accepting(accepts.apply(task)))
                .toList();
        List<ReportingDuty> reporting = new ArrayList<>(ProsePlan.reporting(parts, paragraphs));
        reporting.addAll(found.reporting());

        List<Doubt> doubts = new ArrayList<>();
        String grounds = OcrRepairs.mend("basis", head.grounds(), doubts);
        return new ImportedPlan(
                sourceName,
                head.title(),
                new IssuerFinder(head, lines).find(doubts),
                head.number(),
                head.date(),
                Citations.in(grounds).stream()
                        .map(cited -> Citations.asElsewhere(cited, lines))
                        .toList(),
                Citations.replaced(narrative),
                Signer.find(narrative),
                found.sections(),
                tasks,
                reporting,
                Targets.of(tasks, table == null ? List.of() : narrativeItems(parts)),
                doubts);
    }

    private static List<OutlineItem> narrativeItems(List<PlanPart> parts) {
        return parts.stream()
                .filter(part -> part.kind() == PlanPart.Kind.TASKS)
                .flatMap(part -> Outline.of(part.lines()).stream())
                .toList();
    }

    private static int indexOf(List<Line> lines, int number) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).number() == number) {
                return i;
            }
        }
        return lines.size();
    }

    private static String decode(byte[] bytes) throws UnreadablePlan {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            int line = 1;
            for (byte b : bytes) {
                if (b == '\n') {
                    line++;
                }
            }
            throw new UnreadablePlan(UnreadablePlan.Code.NOT_TEXT, "text in UTF-8", line > 1 ? 1 : null);
        }
    }
}
