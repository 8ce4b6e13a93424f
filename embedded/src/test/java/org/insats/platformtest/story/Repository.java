package org.insats.platformtest.story;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.insats.embedded.EmbeddedRepository;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.util.FileSystemUtils;

/**
 * One embedded repository with the platform module and the movable clock, shared by all stories of a test run. Stories
 * keep apart by making a case of their own.
 */
public final class Repository implements BeforeAllCallback, ExtensionContext.Store.CloseableResource, AutoCloseable {

    private static EmbeddedRepository running;
    private static GreenMail mailServer;
    private static Path data;

    @Override
    public void beforeAll(ExtensionContext context) {
        start(context, this);
    }

    private static synchronized void start(ExtensionContext context, Repository closer) {
        if (running == null) {
            mailServer = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
            mailServer.start();
            data = folder();
            running = EmbeddedRepository.builder()
                    .dataDir(data)
                    .onlyModules("insats-platform", "insats-test-support", "insats-mail-test")
                    // The stories run the job themselves.
                    .property("insats.deadline.job.cron", "0 0 0 1 1 ? 2099")
                    .property("insats.mail.enabled", "true")
                    .property("mail.port", String.valueOf(mailServer.getSmtp().getPort()))
                    .property("insats.mail.link", "https://share.example.org/case?case={0}")
                    .start();
            context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).put(Repository.class.getName(), closer);
        }
    }

    static synchronized EmbeddedRepository get() {
        return running;
    }

    /** What was delivered to the mail server of the tests. */
    public static synchronized List<MimeMessage> mails() {
        return List.of(mailServer.getReceivedMessages());
    }

    @Override
    public void close() {
        stop();
    }

    private static synchronized void stop() {
        running.close();
        mailServer.stop();
        running = null;
        try {
            FileSystemUtils.deleteRecursively(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("insats-stories");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
