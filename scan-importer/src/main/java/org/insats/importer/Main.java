package org.insats.importer;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Takes scanned forms from a folder and hands them to the repository. */
@Command(
        name = "scan-importer",
        mixinStandardHelpOptions = true,
        version = "Insats scan importer 0.1",
        description = "Takes scanned forms from a folder, reads the code on them and hands them to the repository. "
                + "Files move to done/ when the repository has them, to refused/ when it never will.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:every file was handed over",
            "1:some file was left or refused: see report.csv",
            "2:wrong options"
        })
public final class Main implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--inbox", required = true, description = "The folder the scanner writes to.")
    private Path folder;

    @Option(
            names = "--repository",
            defaultValue = "http://127.0.0.1:8080/alfresco",
            description = "The repository (default: ${DEFAULT-VALUE}).")
    private URI repository;

    @Option(names = "--user", required = true, description = "The service account, with the registrar's role only.")
    private String user;

    @Option(
            names = "--password-file",
            description = "A file that holds the password; else the environment variable INSATS_SCAN_PASSWORD.")
    private Path passwordFile;

    @Option(names = "--once", description = "One pass, then exit; else a pass every --interval seconds.")
    private boolean once;

    @Option(
            names = "--interval",
            defaultValue = "10",
            description = "Seconds between passes (default: ${DEFAULT-VALUE}).")
    private int intervalSeconds;

    @Option(
            names = "--quiet",
            defaultValue = "2",
            description =
                    "Seconds a file must be untouched before it counts as wholly written (default: ${DEFAULT-VALUE}).")
    private int quietSeconds;

    @Option(
            names = "--max-pages",
            defaultValue = "200",
            description = "Files with more pages go to the queue unread (default: ${DEFAULT-VALUE}).")
    private int mostPages;

    @Option(
            names = "--max-megabytes",
            defaultValue = "40",
            description = "Larger files are refused (default: ${DEFAULT-VALUE}).")
    private int mostMegabytes;

    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new CommandLine.ParameterException(spec.commandLine(), "No such folder: --inbox " + folder);
        }
        Clock clock = Clock.systemUTC();
        Sweep sweep = new Sweep(
                new Inbox(folder, clock, Duration.ofSeconds(quietSeconds)),
                new FormReader(mostPages),
                new HttpScanRepository(repository, user, password()),
                new RunReport(folder, clock),
                mostMegabytes * 1_000_000L);
        return once ? pass(sweep) : watch(sweep);
    }

    private int pass(Sweep sweep) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Map<Sweep.Fate, Integer> counts = sweep.run((done, all) -> {
            out.print("\r" + ProgressBar.of(done, all));
            out.flush();
        });
        out.println();
        out.println(summary(counts));
        out.flush();
        return counts.containsKey(Sweep.Fate.LEFT) || counts.containsKey(Sweep.Fate.REFUSED) ? 1 : 0;
    }

    private static String summary(Map<Sweep.Fate, Integer> counts) {
        return "filed " + counts.getOrDefault(Sweep.Fate.FILED, 0)
                + ", to the queue " + counts.getOrDefault(Sweep.Fate.QUEUED, 0)
                + ", already there " + counts.getOrDefault(Sweep.Fate.DUPLICATE, 0)
                + ", refused " + counts.getOrDefault(Sweep.Fate.REFUSED, 0)
                + ", left for the next pass " + counts.getOrDefault(Sweep.Fate.LEFT, 0);
    }

    private int watch(Sweep sweep) throws IOException {
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown));
        try {
            do {
                Map<Sweep.Fate, Integer> counts = sweep.run((done, all) -> {});
                if (!counts.isEmpty()) {
                    spec.commandLine().getOut().println(summary(counts));
                    spec.commandLine().getOut().flush();
                }
            } while (!stopped.await(intervalSeconds, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private String password() throws IOException {
        if (passwordFile != null) {
            return Files.readString(passwordFile).strip();
        }
        String password = System.getenv("INSATS_SCAN_PASSWORD");
        if (password == null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "Give the password in --password-file or in INSATS_SCAN_PASSWORD");
        }
        return password;
    }
}
