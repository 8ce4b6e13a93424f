package org.insats.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Puts invented people and a case at each stage into a repository, and has sample scans imported. */
@Command(
        name = "insats-demo",
        mixinStandardHelpOptions = true,
        version = "0.1.0",
        description =
                "Puts invented people and a case at each stage into a repository that has the test-support module.")
public final class Main implements Callable<Integer> {

    /** The day on which the demonstration stands: a Friday. */
    static final LocalDate TODAY = LocalDate.of(2026, 8, 28);

    /** Where --once moves the clock to: past the due dates of the follow-up and of two checks. */
    static final LocalDate LATER = LocalDate.of(2026, 9, 7);

    private static final int IMPORT_MINUTES = 5;

    @Spec
    private CommandSpec spec;

    @Option(names = "--repository", required = true, description = "for example http://127.0.0.1:8080/alfresco")
    private URI repository;

    @Option(names = "--user", defaultValue = "admin", description = "an administrator (default: ${DEFAULT-VALUE})")
    private String user;

    @Option(names = "--password", defaultValue = "admin", description = "the administrator's password")
    private String password;

    @Option(names = "--importer", required = true, description = "scan-importer.jar")
    private Path importer;

    @Option(names = "--work", required = true, description = "folder for the sample scans")
    private Path work;

    @Option(names = "--once", description = "also moves the clock on, prints a summary and checks it")
    private boolean once;

    private Staff staff;
    private Timeline timeline;

    /** Runs the program; 0: all as expected, 1: not, 2: wrong options. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Api admin = new Api(repository, user, password);
        staff = new Staff(repository, admin);
        timeline = new Timeline(admin);
        if (admin.get(Api.V1 + "/cases?size=1").path("items").isEmpty()) {
            fill(out);
        } else {
            out.println("The demonstration is there already; delete the data folder for a fresh one.");
        }
        if (once) {
            timeline.morningOf(LATER);
            return new Summary(staff).print(out) ? 0 : 1;
        }
        out.flush();
        return 0;
    }

    private void fill(PrintWriter out) throws IOException, InterruptedException {
        staff.employ();
        List<DemoCase> cases = cases(staff);
        cases.forEach(each -> each.putOn(timeline));
        Register register = new Register(staff);
        register.putOn(timeline);
        placements(staff, register).forEach(each -> each.putOn(timeline));
        int all = timeline.size();
        timeline.play(TODAY, done -> bar(out, "Cases ", done, all));
        out.println();
        Scanner scanner = new Scanner(work.resolve("inbox"));
        scan(scanner, cases);
        out.println("Importing the scans in " + scanner.inbox());
        out.flush();
        importScans(scanner.inbox());
    }

    /** Nine cases; the days of intake put each at its stage on {@link #TODAY}. */
    static List<DemoCase> cases(Staff staff) {
        List<DemoCase> cases = new ArrayList<>();
        cases.add(new DemoCase(staff, LocalDate.of(2025, 11, 3), Stage.CLOSED, true));
        cases.add(new DemoCase(staff, LocalDate.of(2025, 11, 17), Stage.ENDING, true));
        cases.add(new DemoCase(staff, LocalDate.of(2026, 1, 19), Stage.FOLLOWED_UP, true));
        cases.add(new DemoCase(staff, LocalDate.of(2026, 2, 2), Stage.FOLLOW_UP_DUE, true));
        cases.add(new DemoCase(staff, LocalDate.of(2026, 7, 20), Stage.PLAN_TO_SIGN, true));
        cases.add(new DemoCase(staff, LocalDate.of(2026, 7, 27), Stage.STARTED, true));
        cases.add(new DemoCase(staff, LocalDate.of(2026, 7, 30), Stage.ORDERED, false));
        cases.add(new DemoCase(staff, LocalDate.of(2026, 8, 10), Stage.ORDERED, false));
        cases.add(new DemoCase(staff, LocalDate.of(2026, 8, 25), Stage.ASSIGNMENT_COMMUNICATED, false));
        return cases;
    }

    /** Three placements; two were ordered on the Monday before a weekly meeting that has been, one for the next. */
    static List<PlacementCase> placements(Staff staff, Register register) {
        return List.of(
                new PlacementCase(staff, register, "CONTACT_FAMILY", LocalDate.of(2026, 5, 4), PlacementStage.STARTED),
                new PlacementCase(staff, register, "CONTACT_PERSON", LocalDate.of(2026, 8, 17), PlacementStage.SOUGHT),
                new PlacementCase(
                        staff, register, "CONTACT_FAMILY", LocalDate.of(2026, 8, 27), PlacementStage.ORDERED));
    }

    private void scan(Scanner scanner, List<DemoCase> cases) {
        for (DemoCase each : cases) {
            if (each.stage() == Stage.PLAN_TO_SIGN) {
                byte[] form = staff.treatmentLead().bytes(Api.V1 + "/documents/" + each.plan() + "/form.pdf");
                scanner.scanSigned("scan-0001.pdf", form);
            }
        }
        scanner.copy("scan-0001.pdf", "scan-0002.pdf");
        scanner.scanStray("scan-0003.pdf");
    }

    private void importScans(Path inbox) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-jar",
                importer.toString(),
                "--inbox",
                inbox.toString(),
                "--repository",
                repository.toString(),
                "--user",
                "registrator",
                "--quiet",
                "0",
                "--once");
        builder.environment().put("INSATS_SCAN_PASSWORD", Staff.PASSWORD);
        Process process = builder.inheritIO().start();
        if (!process.waitFor(IMPORT_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("The scan importer did not end");
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException("The scan importer left files behind, see reports in " + inbox);
        }
    }

    static void bar(PrintWriter out, String label, int done, int all) {
        int width = 30;
        int filled = done * width / all;
        out.print("\r" + label + "[" + "#".repeat(filled) + ".".repeat(width - filled) + "] " + done + "/" + all);
        out.flush();
    }

    /** The list of an answer's items. */
    static List<JsonNode> items(JsonNode answer) {
        List<JsonNode> items = new ArrayList<>();
        answer.path("items").forEach(items::add);
        return items;
    }
}
