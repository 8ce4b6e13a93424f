package org.insats.importer;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.insats.importer.read.IsolatedReader;
import org.insats.importer.read.Ocr;
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
            "1:some file was left or refused: see reports/",
            "2:wrong options",
            "3:another run works on this folder"
        })
public final class Main implements Callable<Integer> {

    private static final int BUSY = 3;

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

    @Option(
            names = "--readers",
            description = "Files read at a time, each in a process of its own (default: one for each processor).")
    private int readers = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--reader-heap",
            defaultValue = "512",
            description = "Megabytes of heap of a reading process (default: ${DEFAULT-VALUE}).")
    private int heapMegabytes;

    @Option(
            names = "--page-seconds",
            defaultValue = "30",
            description = "Seconds a page may take to be read (default: ${DEFAULT-VALUE}).")
    private int pageSeconds;

    @Option(
            names = "--file-seconds",
            defaultValue = "1800",
            description = "Seconds a file may take to be read (default: ${DEFAULT-VALUE}).")
    private int fileSeconds;

    @Option(
            names = "--answer-seconds",
            defaultValue = "300",
            description = "Seconds to wait for the repository's answer (default: ${DEFAULT-VALUE}).")
    private int answerSeconds;

    @Option(
            names = "--share-folder",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Fetch what people dropped in the repository's folder Insats/Scan inbox (default: yes).")
    private boolean shareFolder;

    @Option(
            names = "--ocr",
            defaultValue = "auto",
            description =
                    "Printed text by Tesseract: auto (where it is installed), on or off (default: ${DEFAULT-VALUE}).")
    private String ocr;

    @Option(
            names = "--tesseract",
            defaultValue = "tesseract",
            description = "Tesseract's program (default: ${DEFAULT-VALUE}).")
    private String tesseract;

    @Option(
            names = "--language",
            defaultValue = "swe",
            description = "Tesseract's name of the language (default: ${DEFAULT-VALUE}).")
    private String language;

    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new CommandLine.ParameterException(spec.commandLine(), "No such folder: --inbox " + folder);
        }
        IsolatedReader.Settings settings = new IsolatedReader.Settings(
                heapMegabytes,
                Duration.ofSeconds(pageSeconds),
                Duration.ofSeconds(fileSeconds),
                mostPages,
                usedTesseract(),
                language);
        List<IsolatedReader> processes = Stream.generate(() -> new IsolatedReader(settings))
                .limit(Math.max(1, readers))
                .toList();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> processes.forEach(IsolatedReader::close)));
        try {
            return once ? pass(processes) : watch(processes);
        } catch (Sweep.BusyException busy) {
            spec.commandLine().getErr().println(busy.getMessage());
            return BUSY;
        } finally {
            processes.forEach(IsolatedReader::close);
        }
    }

    private String usedTesseract() {
        boolean installed = !ocr.equals("off") && Ocr.isInstalled(tesseract, language);
        if (ocr.equals("on") && !installed) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--ocr on: no " + tesseract + " with the language " + language);
        }
        return installed ? tesseract : "";
    }

    private Sweep sweep(List<IsolatedReader> processes) throws IOException {
        Clock clock = Clock.systemUTC();
        return new Sweep(
                new Inbox(folder, clock, Duration.ofSeconds(quietSeconds)),
                processes,
                new HttpScanRepository(connection()),
                new RunReport(folder, clock),
                mostMegabytes * 1_000_000L,
                step -> {});
    }

    private RepositoryConnection connection() throws IOException {
        return new RepositoryConnection(repository, user, password(), Duration.ofSeconds(answerSeconds));
    }

    /** What people dropped in the repository's folder joins what the scanner wrote. */
    private void fetch() throws IOException {
        if (!shareFolder) {
            return;
        }
        RepositoryConnection connection = connection();
        try {
            new ShareFolder(connection, folder).fetch();
        } catch (IOException unreachable) {
            spec.commandLine().getErr().println(unreachable.getMessage());
        }
    }

    private int pass(List<IsolatedReader> processes) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        fetch();
        Sweep sweep = sweep(processes);
        Map<Fate, Integer> counts = sweep.run((done, all) -> {
            out.print("\r" + ProgressBar.of(done, all));
            out.flush();
        });
        out.println();
        tell(sweep, counts);
        return counts.containsKey(Fate.LEFT) || counts.containsKey(Fate.REFUSED) ? 1 : 0;
    }

    private void tell(Sweep sweep, Map<Fate, Integer> counts) {
        spec.commandLine().getOut().println(summary(counts));
        spec.commandLine().getOut().flush();
        sweep.problems().stream().distinct().forEach(spec.commandLine().getErr()::println);
        spec.commandLine().getErr().flush();
    }

    private static String summary(Map<Fate, Integer> counts) {
        return "filed " + counts.getOrDefault(Fate.FILED, 0)
                + ", to the queue " + counts.getOrDefault(Fate.QUEUED, 0)
                + ", already there " + counts.getOrDefault(Fate.DUPLICATE, 0)
                + ", refused " + counts.getOrDefault(Fate.REFUSED, 0)
                + ", left for the next pass " + counts.getOrDefault(Fate.LEFT, 0)
                + (counts.containsKey(Fate.VANISHED) ? ", taken away under way " + counts.get(Fate.VANISHED) : "");
    }

    private int watch(List<IsolatedReader> processes) throws IOException {
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown));
        try {
            do {
                fetch();
                Sweep sweep = sweep(processes);
                Map<Fate, Integer> counts = sweep.run((done, all) -> {});
                if (!counts.isEmpty()) {
                    tell(sweep, counts);
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
