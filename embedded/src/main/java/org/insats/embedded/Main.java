package org.insats.embedded;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the embedded repository from the command line and keeps it running until the process is told to stop. */
@Command(
        name = "insats-embedded",
        mixinStandardHelpOptions = true,
        version = "0.1.0",
        description =
                "A small repository for running and testing Insats without an Alfresco. Listens on 127.0.0.1 only.")
public final class Main implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "TCP port, 0 for any free one (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--data",
            defaultValue = "data",
            description = "folder of database and content (default: ./${DEFAULT-VALUE})")
    private Path data;

    @Option(names = "--jdbc-url", description = "PostgreSQL or H2 instead of the database in the data folder")
    private String jdbcUrl;

    @Option(names = "--jdbc-user", defaultValue = "insats", description = "database user (default: ${DEFAULT-VALUE})")
    private String jdbcUser;

    @Option(names = "--jdbc-password", defaultValue = "", description = "database password")
    private String jdbcPassword;

    /** Runs the program; ends the process with 0, with 1 after a failure and with 2 after a wrong option. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public Integer call() throws InterruptedException {
        EmbeddedRepository.Builder builder =
                EmbeddedRepository.builder().port(port).dataDir(data);
        if (jdbcUrl != null) {
            builder.database(jdbcUrl, jdbcUser, jdbcPassword);
        }
        PrintWriter out = spec.commandLine().getOut();
        EmbeddedRepository repository = builder.start();
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            repository.close();
                            stopped.countDown();
                        },
                        "insats-shutdown"));
        out.println("Insats answers at " + repository.url() + "/insats/ (administrator: admin, password: admin)");
        out.flush();
        stopped.await();
        return 0;
    }
}
