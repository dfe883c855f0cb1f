package vn.sothon.phones.command;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import vn.sothon.model.plan.PlanTask;
import vn.sothon.model.rule.TaskTitle;

@Command(name = "tasks", description = "List the plan tasks this phone was given.")
final class TasksCommand extends PhoneSubcommand {
    @Override
    int run(OpenPhone phone, PrintWriter out) {
        for (PlanTask task : phone.phone().workList().tasks()) {
            out.println(task.id() + "\t" + task.key() + "\t" + task.level() + "\t" + TaskTitle.of(task.content()));
        }
        return 0;
    }
}
