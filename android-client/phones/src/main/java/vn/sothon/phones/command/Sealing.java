package vn.sothon.phones.command;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import vn.sothon.client.record.BookedRecord;
import vn.sothon.client.record.Draft;
import vn.sothon.client.record.SealOutcome;
import vn.sothon.model.rule.ReasonSentences;
import vn.sothon.model.rule.TieAnswer;
import vn.sothon.model.sync.Push.Problem;

/** Seals a draft and says how it went, with the task it would be tied to. */
final class Sealing {
    private static final int NOT_SEALED = 1;
    static final ReasonSentences SENTENCES = ReasonSentences.in(Locale.forLanguageTag("vi"));

    private Sealing() {}

    static int seal(OpenPhone phone, Draft draft, PrintWriter out) {
        Optional<TieAnswer> proposal = phone.phone().propose(draft);
        SealOutcome outcome = phone.phone().seal(draft);
        if (outcome instanceof SealOutcome.Incomplete incomplete) {
            out.println("not sealed; the draft " + draft.id() + " is kept:");
            for (Problem problem : incomplete.problems()) {
                String field = problem.field().isEmpty() ? "(whole form)" : problem.field();
                out.println("  " + field + ": " + problem.code());
            }
            return NOT_SEALED;
        }
        if (outcome instanceof SealOutcome.Sealed sealed) {
            BookedRecord record = sealed.record();
            out.println(record.kind() + " " + record.id() + " saved on the phone");
            proposal.ifPresent(answer -> out.println("  " + sentence(answer)));
            return 0;
        }
        throw new NotUsable("the phone belongs to no server; enrol first");
    }

    private static String sentence(TieAnswer answer) {
        String why = SENTENCES.say(answer.reason());
        if (answer instanceof TieAnswer.Tied tied) {
            return "task " + tied.view().taskCode() + " " + tied.view().taskTitle() + "\n  " + why;
        }
        return "no task yet\n  " + why;
    }
}
