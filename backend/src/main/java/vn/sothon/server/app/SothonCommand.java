package vn.sothon.server.app;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;
import vn.sothon.server.app.demo.DemoCommand;
import vn.sothon.server.tie.TieCommand;

/** The command line of sothon.jar. A further command is one more line in the list. */
@Command(
        name = "sothon",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        usageHelpAutoWidth = true,
        sortOptions = false,
        sortSynopsis = false,
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:refused or failed: a sentence on stderr says why", "2:wrong usage, port or folder"
        })
public final class SothonCommand {

    private SothonCommand() {}

    /** The commands; later ones are shown later. */
    private static Object[] commands() {
        return new Object[] {
            new ServeCommand(),
            new AreaCommand(),
            new PersonCommand(),
            new CodeCommand(),
            new DeviceCommand(),
            new AccountCommand(),
            new RosterCommand(),
            new PlanCommand(),
            new TieCommand(),
            new QueueCommand(),
            new AlertCommand(),
            new ProgressCommand(),
            new RebuildCommand(),
            new VerifyCommand(),
            new CheckpointCommand(),
            new KeysCommand(),
            new PhoneCommand(),
            new DemoCommand(),
            new PrepareCommand(),
        };
    }

    /** Reading what all commands take costs a sixth of a server's start: where one is called, the others stay unread. */
    private static List<Object> called(String... args) {
        List<Object> all = List.of(commands());
        List<Object> named = all.stream()
                .filter(command -> args.length > 0 && name(command).equals(args[0]))
                .toList();
        return named.isEmpty() ? all : named;
    }

    private static String name(Object command) {
        return Objects.requireNonNull(command.getClass().getAnnotation(Command.class))
                .name();
    }

    /** Runs one command line and gives its exit code. */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        // The phone has a command line of its own, help and all.
        if (args.length > 0 && args[0].equals(PhoneCommand.NAME)) {
            return PhoneCommand.run(out, err, Arrays.copyOfRange(args, 1, args.length));
        }
        CommandLine root = new CommandLine(new SothonCommand());
        root.getCommandSpec()
                .usageMessage()
                .description("Loan-use checks and monitoring minutes of a commune, tied to the tasks of its plans.");
        for (Object command : called(args)) {
            root.addSubcommand(command);
        }
        root.setOut(out).setErr(err).setCaseInsensitiveEnumValuesAllowed(true);
        root.setExecutionStrategy(new CommandLine.RunLast());
        root.setExecutionExceptionHandler((failure, line, parsed) -> {
            line.getErr().println("It failed unexpectedly: " + failure);
            return Where.REFUSED;
        });
        if (args.length == 0) {
            root.usage(out);
            return Where.DONE;
        }
        return root.execute(args);
    }
}
