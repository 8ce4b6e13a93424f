package org.insats.platformtest.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.insats.embedded.EmbeddedRepository;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One embedded repository with the platform module and the movable clock, shared by all stories of a test run. Stories
 * keep apart by making a case of their own.
 */
public final class Repository implements BeforeAllCallback, ExtensionContext.Store.CloseableResource, AutoCloseable {

    private static EmbeddedRepository running;

    @Override
    public void beforeAll(ExtensionContext context) {
        start(context, this);
    }

    private static synchronized void start(ExtensionContext context, Repository closer) {
        if (running == null) {
            running = EmbeddedRepository.builder()
                    .dataDir(folder())
                    .onlyModules("insats-platform", "insats-test-support")
                    // The stories run the job themselves.
                    .property("insats.deadline.job.cron", "0 0 0 1 1 ? 2099")
                    .property("insats.mail.enabled", "true")
                    .property("insats.mail.senderBean", "insats.test.mailbox")
                    .property("insats.mail.link", "https://share.example.org/case?case={0}")
                    .start();
            context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).put(Repository.class.getName(), closer);
        }
    }

    static synchronized EmbeddedRepository get() {
        return running;
    }

    @Override
    public void close() {
        stop();
    }

    private static synchronized void stop() {
        running.close();
        running = null;
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("insats-stories");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
