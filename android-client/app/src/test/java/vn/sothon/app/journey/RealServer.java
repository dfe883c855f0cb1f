package vn.sothon.app.journey;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.Assume;
import vn.sothon.model.plan.VisitKind;
import vn.sothon.model.record.Inspector;
import vn.sothon.model.record.LoanUseCheck;

/** The server as it ships, in a process of its own, with one commune, one plan, one group and two fresh loans. */
public final class RealServer implements AutoCloseable {
    public static final String COMMUNE = "980001";
    public static final String VILLAGE = "98000101";
    public static final String HEAD = "Lò Văn Trưởng";
    public static final String BORROWER = "Hoàng Thị Phượng";
    public static final String LOAN = "6600980001000017";
    public static final String OTHER_LOAN = "6600980001000025";

    private static final String LISTENING = "Listening on ";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Path folder;
    private final Process process;
    private final URI address;

    private RealServer(Path folder, Process process, URI address) {
        this.folder = folder;
        this.process = process;
        this.address = address;
    }

    /** Starts on a fresh folder. A build without the server's jar passes the test over, unless it must not. */
    public static RealServer start() throws Exception {
        File jar = jar();
        if (!jar.isFile()) {
            if (Boolean.getBoolean("sothon.requireServer")) {
                throw new AssertionError("no server at " + jar);
            }
            Assume.assumeTrue("no server at " + jar, false);
        }
        Path folder = Files.createTempDirectory("sothon-journey");
        Process process = java(List.of(
                        "-jar",
                        jar.getPath(),
                        "serve",
                        "--data",
                        folder.resolve("data").toString(),
                        "--port",
                        "0"))
                .redirectError(folder.resolve("server.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        RealServer server = new RealServer(folder, process, listening(process));
        server.furnish();
        return server;
    }

    public URI address() {
        return address;
    }

    /** A fresh enrolment code of that person. */
    public String code(String person) throws Exception {
        return sothon("code", person).get(0);
    }

    /** The check of {@link #LOAN}, as it should be. */
    public static LoanUseCheck properCheck(String note) {
        long received = 50_000_000L;
        return new LoanUseCheck(
                VisitKind.POST_DISBURSEMENT,
                LoanUseCheck.Outcome.CHECKED,
                null,
                null,
                List.of(new Inspector(HEAD, null)),
                null,
                received,
                null,
                "Mua bò sinh sản",
                received,
                0L,
                null,
                null,
                null,
                null,
                List.of(),
                note,
                List.of());
    }

    /** Revokes whatever devices there are. */
    public void revoke(String person, String as) throws Exception {
        for (String line : sothon("device", "list")) {
            if (line.contains(person)) {
                sothon("device", "revoke", line.split("\\s+")[0], "--as", as);
            }
        }
    }

    private void furnish() throws Exception {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        Path plan = folder.resolve("plan.txt");
        Files.write(plan, resource("plan.txt"));
        Path roster = folder.resolve("roster.csv");
        String rows = new String(resource("roster.csv"), StandardCharsets.UTF_8)
                .replace("TODAY", DAY.format(today))
                .replace("FRESH", DAY.format(today.minusDays(10)))
                .replace("DUE", DAY.format(today.plusYears(3)));
        Files.writeString(roster, rows);
        run(List.of(
                List.of("area", "add", "98", "Tỉnh Thử", "--kind", "PROVINCE"),
                List.of("area", "add", COMMUNE, "Xã Suối Thử", "--kind", "COMMUNE", "--in", "98"),
                List.of("area", "add", VILLAGE, "Thôn Một", "--kind", "VILLAGE", "--in", COMMUNE),
                List.of("plan", "publish", plan.toString(), "--area", COMMUNE),
                List.of("roster", "import", roster.toString()),
                List.of("person", "add", HEAD, "--role", "VILLAGE_HEAD", "--area", VILLAGE)));
    }

    /** Has one command done by the running server and gives what it printed. */
    public List<String> sothon(String... words) throws Exception {
        return run(List.of(Arrays.asList(words)));
    }

    private List<String> run(List<List<String>> commands) throws Exception {
        String here = System.getProperty("sothon.testClasses");
        Process child = java(List.of(
                        "-cp", jar().getPath() + File.pathSeparator + here, ServerCommands.class.getName()))
                .redirectErrorStream(true)
                .start();
        try (OutputStream in = child.getOutputStream()) {
            for (List<String> command : commands) {
                List<String> line = new ArrayList<>(command);
                line.addAll(List.of("--data", folder.resolve("data").toString()));
                in.write((String.join("\t", line) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        List<String> said = new ArrayList<>();
        try (BufferedReader lines = reader(child)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
            }
        }
        if (child.waitFor() != 0) {
            throw new AssertionError(commands + " said " + said);
        }
        return said;
    }

    private static URI listening(Process process) throws IOException {
        BufferedReader lines = reader(process);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(LISTENING)) {
                Thread rest = new Thread(() -> lines.lines().forEach(ignored -> {}), "server's output");
                rest.setDaemon(true);
                rest.start();
                return URI.create(line.substring(LISTENING.length()));
            }
        }
        throw new AssertionError("the server ended before it listened");
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static ProcessBuilder java(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dstdout.encoding=UTF-8",
                "-Dfile.encoding=UTF-8"));
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }

    private static File jar() {
        return new File(System.getProperty("sothon.serverJar"));
    }

    private static byte[] resource(String name) throws IOException {
        return Files.readAllBytes(Path.of(System.getProperty("sothon.testClasses"), "journey", name));
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
