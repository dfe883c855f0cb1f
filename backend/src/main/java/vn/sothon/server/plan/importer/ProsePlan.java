package vn.sothon.server.plan.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The layouts whose tasks stand in the narrative: numbered items with points under them, assigned by labelled lines. */
final class ProsePlan {
    private final List<PlanPart> parts;
    private final Paragraphs paragraphs;
    private final List<ImportedSection> sections = new ArrayList<>();
    private final List<ImportedTask> tasks = new ArrayList<>();

    ProsePlan(List<PlanPart> parts, Paragraphs paragraphs) {
        this.parts = parts;
        this.paragraphs = paragraphs;
    }

    TaskList read() throws UnreadablePlan {
        Map<String, List<OutlineItem>> withTasks = new TreeMap<>();
        List<String> order = new ArrayList<>();
        for (PlanPart part : parts) {
            List<OutlineItem> items = Outline.of(part.lines());
            boolean assigned = items.stream().anyMatch(OutlineItem::isAssigned);
            if (!items.isEmpty() && (part.kind() == PlanPart.Kind.TASKS || assigned)) {
                withTasks.put(part.key(), items);
                order.add(part.key());
            }
        }
        for (String key : order) {
            String prefix = order.size() > 1 ? key + "." : "";
            withTasks.getOrDefault(key, List.of()).forEach(item -> section(item, prefix));
        }
        if (tasks.isEmpty()) {
            throw new UnreadablePlan(
                    UnreadablePlan.Code.TASKS_NOT_FOUND,
                    "a part on tasks and solutions with numbered items (1., a) …), or a table of tasks",
                    parts.isEmpty() ? null : parts.get(parts.size() - 1).line());
        }
        return new TaskList(sections, tasks, List.of());
    }

    private void section(OutlineItem item, String prefix) {
        if (item.children.isEmpty() && !item.isAssigned() && asReportingItem(item) != null) {
            return;
        }
        List<List<Line>> own = paragraphs.split(item.blocks.get(0).content);
        String title = Paragraphs.join(own.get(0));
        List<Line> rest =
                own.subList(1, own.size()).stream().flatMap(List::stream).toList();
        String key = prefix + item.key;
        if (item.children.isEmpty()) {
            sections.add(new ImportedSection(key, title, null));
            List<Line> content = rest.isEmpty() ? own.get(0) : rest;
            task(item, key, prefix, content);
            return;
        }
        sections.add(new ImportedSection(key, title, rest.isEmpty() ? null : Paragraphs.join(rest)));
        item.children.forEach(child -> point(child, key, prefix));
    }

    private void point(OutlineItem item, String section, String prefix) {
        boolean divided = item.children.stream().anyMatch(OutlineItem::isAssigned);
        if (divided) {
            item.children.forEach(child -> point(child, section, prefix));
            return;
        }
        List<Line> content = new ArrayList<>(item.blocks.get(0).content);
        item.children.forEach(child -> content.addAll(child.allContent()));
        task(item, section, prefix, content);
    }

    private void task(OutlineItem item, String section, String prefix, List<Line> firstContent) {
        String key = prefix + item.fullKey();
        List<OutlineItem.Block> blocks = withoutLooseEnds(item.blocks);
        for (int i = 0; i < blocks.size(); i++) {
            List<Line> content = i == 0 ? withLooseEnd(item, blocks.size(), firstContent) : blocks.get(i).content;
            int from = i == 0 ? item.line : content.get(0).number();
            TaskDraft draft = new TaskDraft(key + "+".repeat(i), section, source(from, content, blocks.get(i)));
            draft.content(Paragraphs.join(content), source(from, content, null), FieldReading.Sureness.STATED);
            if (i > 0) {
                draft.doubt(Column.NUMBER.field(), Doubt.Code.CONTINUED_BLOCK, key, key + "+".repeat(i));
            } else if (item.skipped) {
                draft.doubt(Column.NUMBER.field(), Doubt.Code.KEY_SKIPPED, key, null);
            }
            for (OutlineItem.Assignment assignment : blocks.get(i).assignments) {
                if (!assignment.lines().isEmpty()) {
                    draft.field(
                            assignment.column(),
                            Paragraphs.join(assignment.lines()),
                            source(assignment.lines().get(0).number(), assignment.lines(), null),
                            FieldReading.Sureness.STATED);
                }
            }
            tasks.add(draft.build());
        }
    }

    /** A further block counts as a task only if somebody is assigned to it. */
    private static List<OutlineItem.Block> withoutLooseEnds(List<OutlineItem.Block> blocks) {
        int last = blocks.size();
        while (last > 1 && blocks.get(last - 1).assignments.isEmpty()) {
            last--;
        }
        return blocks.subList(0, last);
    }

    private static List<Line> withLooseEnd(OutlineItem item, int used, List<Line> content) {
        List<Line> all = new ArrayList<>(content);
        item.blocks.subList(used, item.blocks.size()).forEach(block -> all.addAll(block.content));
        return all;
    }

    private static SourceLines source(int from, List<Line> content, OutlineItem.@Nullable Block block) {
        int to = from;
        for (Line line : content) {
            to = Math.max(to, line.number());
        }
        if (block != null) {
            for (OutlineItem.Assignment assignment : block.assignments) {
                for (Line line : assignment.lines()) {
                    to = Math.max(to, line.number());
                }
            }
        }
        return new SourceLines(from, to);
    }

    /**
     * The yearly duties the part on organisation names, for whichever layout the tasks have; and those under a heading of
     * their own, wherever it stands.
     */
    static List<ReportingDuty> reporting(List<PlanPart> parts, Paragraphs paragraphs) {
        List<ReportingDuty> duties = new ArrayList<>();
        for (PlanPart part : parts) {
            List<OutlineItem> items = Outline.of(part.lines());
            int firstItem = items.isEmpty() ? Integer.MAX_VALUE : items.get(0).line;
            List<Line> loose = part.lines().stream()
                    .filter(line -> line.number() < firstItem)
                    .toList();
            List<Line> headed = new ArrayList<>(List.of(new Line(part.line(), part.title())));
            headed.addAll(loose);
            ReportingDuty titled = Reporting.fromHeaded(Paragraphs.join(headed), span(headed));
            if (titled != null) {
                duties.add(titled);
            } else if (part.kind() == PlanPart.Kind.ORGANISATION) {
                paragraphs.split(loose).forEach(lines -> {
                    ReportingDuty duty = Reporting.fromParagraph(Paragraphs.join(lines), span(lines));
                    if (duty != null && !duty.from().isEmpty()) {
                        duties.add(duty);
                    }
                });
            }
            for (OutlineItem item : items) {
                List<Line> all = item.allContent();
                ReportingDuty duty = asReportingItem(item);
                if (duty == null && part.kind() == PlanPart.Kind.ORGANISATION) {
                    duty = duty(paragraphs.split(all), all);
                }
                if (duty != null) {
                    duties.add(duty);
                }
            }
        }
        return duties;
    }

    /** A numbered heading that is itself the duty. */
    private static @Nullable ReportingDuty asReportingItem(OutlineItem item) {
        List<Line> all = item.allContent();
        return Reporting.fromHeaded(Paragraphs.join(all), span(all));
    }

    private static @Nullable ReportingDuty duty(List<List<Line>> paragraphs, List<Line> all) {
        for (List<Line> lines : paragraphs) {
            ReportingDuty duty = Reporting.fromParagraph(Paragraphs.join(lines), span(lines));
            if (duty != null && !duty.from().isEmpty()) {
                return duty;
            }
        }
        return Reporting.fromParagraph(Paragraphs.join(all), span(all));
    }

    private static SourceLines span(List<Line> lines) {
        return new SourceLines(
                lines.get(0).number(), lines.get(lines.size() - 1).number());
    }
}
