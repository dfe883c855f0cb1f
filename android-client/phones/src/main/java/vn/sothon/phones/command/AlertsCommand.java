package vn.sothon.phones.command;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.sothon.client.alert.AlertInbox;
import vn.sothon.client.alert.AlertItem;
import vn.sothon.client.record.SealOutcome;
import vn.sothon.model.alert.AlertSentences;

@Command(name = "alerts", description = "Show the alerts this phone has, and answer one of them.")
final class AlertsCommand extends PhoneSubcommand {
    private static final AlertSentences SENTENCES = AlertSentences.in(Locale.forLanguageTag("vi"));

    @Option(names = "--acknowledge", paramLabel = "ID", description = "you have seen it and see to it")
    private @Nullable UUID acknowledge;

    @Option(names = "--resolve", paramLabel = "ID", description = "it is settled; say how with --note")
    private @Nullable UUID resolve;

    @Option(names = "--note", paramLabel = "TEXT", description = "how it was settled")
    private @Nullable String note;

    @Option(names = "--new", description = "only those not shown before, as notifications are")
    private boolean onlyNew;

    @Override
    int run(OpenPhone phone, PrintWriter out) {
        if (acknowledge != null) {
            return sealed(phone.phone().acknowledge(answerable(phone, acknowledge)), out);
        }
        if (resolve != null) {
            if (note == null) {
                throw new NotUsable("--resolve wants a --note: how was it settled?");
            }
            return sealed(phone.phone().resolve(answerable(phone, resolve), note), out);
        }
        AlertInbox inbox = phone.phone().alerts();
        for (AlertItem item : onlyNew ? inbox.calling() : inbox.all()) {
            print(item, out);
            inbox.called(item);
        }
        return 0;
    }

    private static AlertItem answerable(OpenPhone phone, UUID id) {
        AlertItem item = phone.phone().alerts().find(id).orElseThrow(() -> new NotUsable("no alert " + id + " here"));
        if (!item.view().mayAnswer()) {
            throw new NotUsable("this alert is not this person's to answer");
        }
        return item;
    }

    private static int sealed(SealOutcome outcome, PrintWriter out) {
        if (outcome instanceof SealOutcome.Sealed sealed) {
            out.println(sealed.record().kind() + " " + sealed.record().id() + " saved on the phone");
            return 0;
        }
        out.println("not sealed: " + outcome);
        return 1;
    }

    private static void print(AlertItem item, PrintWriter out) {
        out.println(item.id() + " "
                + SENTENCES.word("severity", item.view().severity().name()) + ", "
                + SENTENCES.word("state", item.state().name())
                + (item.answeredHere() ? " *" : "") + ": "
                + SENTENCES.title(item.view().rule()));
        out.println("    " + SENTENCES.say(item.view()));
    }
}
