package vn.sothon.phones.command;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.sothon.client.record.Draft;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.plan.RecordSubject;
import vn.sothon.model.plan.VisitKind;
import vn.sothon.model.record.Finding;
import vn.sothon.model.record.FindingCode;
import vn.sothon.model.record.Inspector;
import vn.sothon.model.record.MonitoringMinutes;
import vn.sothon.model.record.MonitoringMinutes.Recommendation;
import vn.sothon.model.record.RecordKind;

@Command(name = "minutes", description = "Record monitoring minutes and seal them.")
@SuppressWarnings("NullAway.Init")
final class MinutesCommand extends PhoneSubcommand {
    @Option(names = "--form", defaultValue = "VILLAGE", description = "${COMPLETION-CANDIDATES}")
    private MonitoringMinutes.Form form;

    @Option(names = "--subject", defaultValue = "VILLAGE", description = "${COMPLETION-CANDIDATES}")
    private RecordSubject subject;

    @Option(names = "--visit", description = "${COMPLETION-CANDIDATES}")
    private @Nullable VisitKind visit;

    @Option(names = "--group", paramLabel = "CODE", description = "the group monitored; 16/TD needs one")
    private @Nullable String group;

    @Option(names = "--content", paramLabel = "TEXT", required = true)
    private String content;

    @Option(names = "--recommend", paramLabel = "TEXT", description = "a recommendation; may be repeated")
    private List<String> recommendations = List.of();

    @Option(names = "--deadline", paramLabel = "DAY", description = "of the recommendations, yyyy-MM-dd")
    private @Nullable LocalDate deadline;

    @Option(names = "--finding", paramLabel = "CODE", description = "${COMPLETION-CANDIDATES}")
    private List<FindingCode> findings = List.of();

    @Option(names = "--role", description = "in which office: ${COMPLETION-CANDIDATES}")
    private @Nullable ActingRole role;

    @Option(names = "--task", paramLabel = "ID", description = "the plan task, chosen by hand")
    private @Nullable UUID task;

    @Override
    int run(OpenPhone phone, PrintWriter out) {
        Draft draft = Draft.of(
                        phone.phone().newId(),
                        RecordKind.MONITORING_MINUTES,
                        acting(phone, role, group, null),
                        Draft.About.group(group),
                        minutes(phone))
                .withTask(task);
        return Sealing.seal(phone, draft, out);
    }

    private MonitoringMinutes minutes(OpenPhone phone) {
        Instant now = phone.phone().clock().wall();
        return new MonitoringMinutes(
                form,
                subject,
                visit,
                now,
                now,
                null,
                List.of(new Inspector(phone.session().person().name(), null)),
                List.of(),
                null,
                null,
                null,
                List.of(),
                List.of(),
                content,
                null,
                null,
                recommendations.stream()
                        .map(text -> new Recommendation(phone.phone().newId(), text, deadline, null))
                        .toList(),
                findings.stream().map(Finding::of).toList(),
                null,
                null,
                List.of());
    }
}
