package vn.sothon.server.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.spi.ToolProvider;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code sothon phone …}: hands everything on to the headless phone, which this code does not know. */
@Command(
        name = "phone",
        mixinStandardHelpOptions = false,
        description = "A phone without a screen; 'phone --help' says more.")
final class PhoneCommand implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Unmatched
    List<String> arguments = List.of();

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("not part of a command line");
        }
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Optional<ToolProvider> phone = ToolProvider.findFirst("phone");
        if (phone.isEmpty()) {
            err.println("This jar was built without the headless phone.");
            return Where.USAGE;
        }
        return phone.get().run(out, err, arguments.toArray(String[]::new));
    }
}
