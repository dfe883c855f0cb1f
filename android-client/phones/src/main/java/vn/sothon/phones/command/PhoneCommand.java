package vn.sothon.phones.command;

import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The phone on the command line: what an app's screens do, one command each. */
@Command(
        name = "phone",
        description = "A phone without a screen: records work offline and syncs when told to.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        subcommands = {
            EnrolCommand.class,
            LoansCommand.class,
            TasksCommand.class,
            CheckCommand.class,
            SheetCommand.class,
            MinutesCommand.class,
            CorrectCommand.class,
            SyncCommand.class,
            StatusCommand.class,
            AlertsCommand.class
        })
@SuppressWarnings("NullAway.Init")
public final class PhoneCommand implements Runnable {
    @Option(
            names = "--store",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            defaultValue = "phone",
            description = "the phone's own folder (default: ${DEFAULT-VALUE})")
    private Path store;

    @Spec
    private CommandSpec spec;

    public static CommandLine commandLine() {
        CommandLine line = new CommandLine(new PhoneCommand());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof NotUsable) {
                command.getErr().println("phone: " + failure.getMessage());
                return CommandLine.ExitCode.USAGE;
            }
            throw failure;
        });
        return line;
    }

    Path store() {
        return store;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
