package vn.sothon.phones.command;

import java.io.PrintWriter;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.sothon.model.loan.Views;

@Command(name = "loans", description = "List the loans this phone was given.")
final class LoansCommand extends PhoneSubcommand {
    @Option(names = "--group", paramLabel = "CODE", description = "of one group only")
    private @Nullable String group;

    @Override
    int run(OpenPhone phone, PrintWriter out) {
        for (Views.Loan loan : phone.phone().workList().loans()) {
            if (group == null || group.equals(loan.groupCode())) {
                out.println(Stream.of(
                                loan.number(),
                                loan.groupCode(),
                                loan.borrowerName(),
                                loan.disbursed(),
                                loan.disbursedOn(),
                                loan.status())
                        .map(cell -> cell == null ? "-" : cell.toString())
                        .collect(Collectors.joining("\t")));
            }
        }
        return 0;
    }
}
