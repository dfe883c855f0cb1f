package vn.sothon.phones.command;

import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.sothon.client.record.Draft;
import vn.sothon.client.record.VisitSheet.Conclusions;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.plan.VisitKind;
import vn.sothon.model.record.Inspector;
import vn.sothon.model.record.Signatory;

@Command(name = "sheet", description = "Close a visit: seal the sheet 06/TD over its checks.")
@SuppressWarnings("NullAway.Init")
final class SheetCommand extends PhoneSubcommand {
    @Option(names = "--group", paramLabel = "CODE", description = "the group visited (default: the last open visit)")
    private @Nullable String group;

    @Option(names = "--visit", defaultValue = "POST_DISBURSEMENT", description = "${COMPLETION-CANDIDATES}")
    private VisitKind visit;

    @Option(names = "--plan-of-use", paramLabel = "TEXT", description = "how the plan of use is going")
    private @Nullable String planOfUse;

    @Option(names = "--measures", paramLabel = "TEXT", description = "what is to be done")
    private @Nullable String measures;

    @Option(names = "--role", description = "in which office: ${COMPLETION-CANDIDATES}")
    private @Nullable ActingRole role;

    @Override
    int run(OpenPhone phone, PrintWriter out) {
        OpenVisits.Visit open =
                new OpenVisits(phone).last(group, group != null).orElseThrow(() -> new NotUsable("no visit is open"));
        String name = phone.session().person().name();
        Conclusions conclusions = new Conclusions(
                visit,
                null,
                List.of(new Inspector(name, null)),
                null,
                planOfUse,
                measures,
                List.of(new Signatory(Signatory.As.INSPECTOR, name, null, null)));
        Draft draft = phone.phone()
                .visitSheet()
                .draft(
                        phone.phone().newId(),
                        acting(phone, role, open.groupCode(), open.id()),
                        open.groupCode(),
                        conclusions);
        return Sealing.seal(phone, draft, out);
    }
}
