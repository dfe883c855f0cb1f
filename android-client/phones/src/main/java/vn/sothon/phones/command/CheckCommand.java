package vn.sothon.phones.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.sothon.client.record.Draft;
import vn.sothon.model.loan.Views;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.plan.VisitKind;
import vn.sothon.model.record.AttachmentRef;
import vn.sothon.model.record.Finding;
import vn.sothon.model.record.FindingCode;
import vn.sothon.model.record.LoanUseCheck.Outcome;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.record.SeenLoan;
import vn.sothon.phones.CheckAnswers;

@Command(name = "check", description = "Record the check of one loan and seal it.")
@SuppressWarnings("NullAway.Init")
final class CheckCommand extends PhoneSubcommand {
    @Option(names = "--loan", required = true, paramLabel = "NUMBER", description = "16 digits, known here or not")
    private String loan;

    @Option(names = "--group", paramLabel = "CODE", description = "the group, where no roster knows the loan")
    private @Nullable String group;

    @Option(names = "--visit", defaultValue = "POST_DISBURSEMENT", description = "${COMPLETION-CANDIDATES}")
    private VisitKind visit;

    @Option(names = "--visit-id", paramLabel = "ID", description = "the visit (default: today's of the group)")
    private @Nullable UUID visitId;

    @Option(names = "--outcome", defaultValue = "CHECKED", description = "${COMPLETION-CANDIDATES}")
    private Outcome outcome;

    @Option(names = "--received", paramLabel = "N", description = "đồng really received (default: as disbursed)")
    private @Nullable Long received;

    @Option(names = "--misused", paramLabel = "N", defaultValue = "0", description = "đồng misused")
    private long misused;

    @Option(names = "--used-for", paramLabel = "TEXT", description = "what for (default: the purpose of the file)")
    private @Nullable String usedFor;

    @Option(names = "--finding", paramLabel = "CODE", description = "${COMPLETION-CANDIDATES}")
    private List<FindingCode> findings = List.of();

    @Option(names = "--note", paramLabel = "TEXT")
    private @Nullable String note;

    @Option(names = "--photo", paramLabel = "FILE", description = "a JPEG; may be repeated")
    private List<Path> photos = List.of();

    @Option(names = "--role", description = "in which office: ${COMPLETION-CANDIDATES}")
    private @Nullable ActingRole role;

    @Option(names = "--task", paramLabel = "ID", description = "the plan task, chosen by hand")
    private @Nullable UUID task;

    @Override
    int run(OpenPhone phone, PrintWriter out) throws IOException {
        Optional<Views.Loan> known = phone.phone().workList().loan(loan);
        String groupCode = known.isPresent() ? known.get().groupCode() : group;
        UUID visitOf = visitId != null ? visitId : new OpenVisits(phone).today(groupCode);
        SeenLoan seen = known.isPresent() ? phone.phone().workList().seen(known.get()) : null;
        Draft draft = Draft.of(
                        phone.phone().newId(),
                        RecordKind.LOAN_USE_CHECK,
                        acting(phone, role, groupCode, visitOf),
                        new Draft.About(
                                groupCode,
                                known.isPresent() ? known.get().id() : null,
                                known.isPresent() ? null : loan,
                                seen),
                        answers(phone, seen).form())
                .withTask(task);
        for (Path photo : photos) {
            byte[] content = Files.readAllBytes(photo);
            String sha256 = phone.phone().files().keep(content);
            draft = draft.withAttachment(
                    new AttachmentRef(sha256, "image/jpeg", content.length, AttachmentRef.Role.PHOTO));
        }
        return Sealing.seal(phone, draft, out);
    }

    private CheckAnswers answers(OpenPhone phone, @Nullable SeenLoan seen) {
        Long disbursed = seen == null ? null : seen.disbursed();
        String purpose = seen == null ? null : seen.purpose();
        return new CheckAnswers(
                visit,
                outcome,
                received != null ? received : disbursed,
                misused,
                usedFor != null ? usedFor : purpose,
                null,
                note,
                findings.stream().map(Finding::of).toList(),
                phone.session().person().name());
    }
}
