package vn.sothon.server.plan.importer;

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
        return read(SourceFile.read(file), sourceName);
    }

    /** The lines a file is read from, tables flattened cell by cell. */
    public static List<SourceLine> lines(Path file) throws UnreadablePlan {
        return SourceFile.read(file).lines().stream()
                .map(line -> new SourceLine(line.number(), line.text()))
                .toList();
    }

    public ImportedPlan readText(String text, String sourceName) throws UnreadablePlan {
        return read(SourceText.of(text), sourceName);
    }

    private ImportedPlan read(SourceText source, String sourceName) throws UnreadablePlan {
        List<Line> lines = source.lines();
        if (lines.isEmpty()) {
            throw new UnreadablePlan(UnreadablePlan.Code.EMPTY, "the text of a plan", null);
        }
        CellRows.Found cells = CellRows.find(source.blocks());
        TableHeading table = cells == null ? TableHeading.find(lines) : null;
        int tableStart = cells != null ? cells.before() : table == null ? lines.size() : table.first();
        List<Line> narrative = cells != null ? cells.others() : lines.subList(0, tableStart);
        List<PlanPart> parts = PlanPart.of(narrative);
        int bodyStart =
                parts.isEmpty() ? tableStart : indexOf(narrative, parts.get(0).line());
        PlanHead head = PlanHead.of(narrative, bodyStart);
        Paragraphs paragraphs = Paragraphs.learn(narrative.subList(bodyStart, narrative.size()));

        TaskList found = cells != null
                ? new TablePlan(cells.rows()).read()
                : table == null ? new ProsePlan(parts, paragraphs).read() : new TablePlan(table, lines).read();
        List<ImportedTask> tasks = found.tasks().stream()
                .map(task -> task.accepting(accepts.apply(task)))
                .toList();
        List<ReportingDuty> reporting = new ArrayList<>(ProsePlan.reporting(parts, paragraphs));
        reporting.addAll(found.reporting());

        List<Doubt> doubts = new ArrayList<>(source.doubts());
        if (cells != null && !cells.unnumbered().isEmpty()) {
            doubts.add(new Doubt("tasks", Doubt.Code.ROW_WITHOUT_NUMBER, Paragraphs.join(cells.unnumbered()), null));
        }
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
                Targets.of(tasks, cells == null && table == null ? List.of() : narrativeItems(parts)),
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
}
