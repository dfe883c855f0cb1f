package vn.sothon.server.app;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.sothon.server.org.AreaKind;

/** {@code sothon area …}. */
@Command(name = "area", description = "Provinces, communes and villages.", synopsisSubcommandLabel = "add|list|merge")
final class AreaCommand {

    @Command(name = "add", description = "Registers an area, or gives a known one a new name.")
    int add(
            @Mixin Where where,
            @Parameters(paramLabel = "CODE", description = "Its official code.") String code,
            @Parameters(paramLabel = "NAME", description = "Its name.") String name,
            @Option(names = "--kind", required = true, description = "${COMPLETION-CANDIDATES}.") AreaKind kind,
            @Option(
                            names = "--in",
                            paramLabel = "CODE",
                            description = "The province of a commune, the commune of a village.")
                    @Nullable
                    String parent,
            @Option(names = "--from", paramLabel = "DAY", description = "Its first day (default: today).") @Nullable
                    LocalDate from) {
        Arguments args = new Arguments()
                .with("code", code)
                .with("name", name)
                .with("kind", kind)
                .with("parentCode", parent)
                .with("from", from);
        return where.ask("area.add", args.node(), (answer, out) -> out.println(AreaLine.of(answer)));
    }

    @Command(name = "list", description = "Shows all areas.")
    int list(@Mixin Where where) {
        return where.ask(
                "area.list",
                new Arguments().node(),
                (answer, out) -> answer.forEach(area -> out.println(AreaLine.of(area))));
    }

    @Command(name = "merge", description = "From a day on, one area's matters are those of another.")
    int merge(
            @Mixin Where where,
            @Parameters(paramLabel = "CODE", description = "The area that ends.") String code,
            @Parameters(paramLabel = "INTO", description = "The area it becomes part of.") String into,
            @Option(names = "--on", paramLabel = "DAY", description = "The first day of that (default: today).")
                    @Nullable
                    LocalDate on) {
        Arguments args = new Arguments().with("code", code).with("into", into).with("on", on);
        return where.ask("area.merge", args.node(), (answer, out) -> out.println(AreaLine.of(answer)));
    }
}
