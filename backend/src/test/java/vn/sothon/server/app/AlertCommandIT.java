package vn.sothon.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sothon.model.alert.AlertRule;
import vn.sothon.server.Engine;
import vn.sothon.server.alert.AlertTown;
import vn.sothon.server.sync.push.SealingPhone;

/** {@code sothon alert …}: in somebody's name, with what that person may see and do. */
class AlertCommandIT {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void alert_isListedAcknowledgedAndResolvedByThoseItIsAddressedTo() throws Exception {
        UUID id;
        try (RunningServer server = Engine.SQLITE.start(folder)) {
            AlertTown town = new AlertTown(server);
            SealingPhone phone = town.phone(town.villageHead);
            town.push(phone, town.check(phone, 50_000_000, 40_000_000));
            id = town.alert(town.leader, AlertRule.PURPOSE_MISUSED).id();
        }

        assertThat(run("alert", "list", "--as", "Leader")).isZero();
        assertThat(out.toString()).contains(id.toString(), "Sử dụng vốn sai mục đích", "10.000.000 đồng");
        assertThat(run("alert", "list", "--as", "Leader", "--lang", "en")).isZero();
        assertThat(out.toString()).contains("used for another purpose");
        assertThat(run("alert", "list", "--as", "Head of the second village")).isZero();
        assertThat(out.toString()).isEqualTo("No alerts." + System.lineSeparator());

        assertThat(run("alert", "ack", id.toString(), "--as", "Head of the first village"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("not his or hers to answer");
        assertThat(run("alert", "ack", id.toString(), "--as", "Leader")).isZero();
        assertThat(out.toString()).contains("ACKNOWLEDGED");
        assertThat(run("alert", "ack", id.toString(), "--as", "Officer")).isEqualTo(1);
        assertThat(err.toString()).contains("answered already");
        assertThat(run("alert", "resolve", id.toString(), "--as", "Officer", "--note", "paid back"))
                .isZero();
        assertThat(out.toString()).contains("RESOLVED");
        assertThat(run("alert", "resolve", id.toString(), "--as", "Officer")).isEqualTo(2);
    }

    @Test
    void ruleAndDeputy_areSetFromTheTerminal_andWrongNamesAreRefused() throws Exception {
        try (RunningServer server = Engine.SQLITE.start(folder)) {
            assertThat(new AlertTown(server).leader.name()).isEqualTo("Leader");
        }
        String rule = "CHECKS_DUE_SOON";
        assertThat(run("alert", "rule", rule, "--area", "98001", "--threshold", "daysBefore=10", "--by", "An"))
                .isZero();
        assertThat(out.toString()).contains("\"daysBefore\":10");
        assertThat(run("alert", "rule", rule, "--area", "98001", "--threshold", "weeks=1", "--by", "An"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("no threshold weeks", "daysBefore");
        assertThat(run("alert", "rule", rule, "--area", "nowhere", "--off", "--by", "An"))
                .isEqualTo(1);
        assertThat(run("alert", "rule", rule, "--area", "98", "--off", "--by", "An"))
                .isZero();
        assertThat(out.toString()).contains("\"off\":true");

        String[] days = {"--area", "98001", "--from", "2026-12-01", "--to", "2026-12-10"};
        assertThat(run(deputy("COMMUNE_LEADER", days))).isZero();
        assertThat(out.toString()).contains("Officer acts for Leader");
        assertThat(run(deputy("VILLAGE_HEAD", days))).isEqualTo(1);
        assertThat(err.toString()).contains("does not hold this office");
    }

    private static String[] deputy(String role, String... days) {
        List<String> args = new ArrayList<>(List.of("alert", "deputy", "Officer", "--for", "Leader", "--role", role));
        args.addAll(List.of(days));
        return args.toArray(new String[0]);
    }

    private int run(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        String[] all = new String[args.length + 2];
        System.arraycopy(args, 0, all, 0, args.length);
        all[args.length] = "--data";
        all[args.length + 1] = folder.toString();
        return SothonCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), all);
    }
}
