package vn.sothon.phones.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.sothon.client.record.Draft;
import vn.sothon.model.org.ActingRole;

/** What one command does with the open phone. */
@SuppressWarnings("NullAway.Init")
abstract class PhoneSubcommand implements Callable<Integer> {
    @ParentCommand
    private PhoneCommand parent;

    @Spec
    private CommandSpec spec;

    /** Does the command and returns its exit code. */
    abstract int run(OpenPhone phone, PrintWriter out) throws Exception;

    @Override
    public Integer call() throws Exception {
        try (OpenPhone phone = OpenPhone.enrolled(folder())) {
            return run(phone, out());
        }
    }

    Path folder() {
        return parent.store();
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    static Draft.Acting acting(
            OpenPhone phone, @Nullable ActingRole role, @Nullable String groupCode, @Nullable UUID visitId) {
        return phone.phone()
                .workPlaces()
                .acting(role, groupCode, visitId)
                .orElseThrow(() -> new NotUsable("this person holds no such office"));
    }
}
