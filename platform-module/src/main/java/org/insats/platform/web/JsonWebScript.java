package org.insats.platform.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alfresco.repo.node.integrity.IntegrityException;
import org.alfresco.repo.security.permissions.AccessDeniedException;
import org.alfresco.service.cmr.repository.DuplicateChildNodeNameException;
import org.alfresco.service.cmr.repository.InvalidNodeRefException;
import org.insats.platform.Refusal;
import org.insats.platform.RuleViolation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.extensions.surf.util.I18NUtil;
import org.springframework.extensions.webscripts.AbstractWebScript;
import org.springframework.extensions.webscripts.WebScriptRequest;
import org.springframework.extensions.webscripts.WebScriptResponse;

/**
 * Base of all our web scripts: reads a JSON body of limited size, works in one retried transaction, answers JSON, and maps
 * every refusal to {@code {"error":{"id","message","field"}}} with its status, in Swedish or English by
 * {@code Accept-Language}. Nothing of a failed request stays, and no message or log line quotes what was sent.
 *
 * <p>Its descriptor says {@code <transaction>none</transaction>}: the transaction is opened here, so that what a commit
 * refuses is answered like any other refusal.
 */
public abstract class JsonWebScript extends AbstractWebScript {

    private static final Logger LOG = LoggerFactory.getLogger(JsonWebScript.class);
    private static final Locale SWEDISH = Locale.forLanguageTag("sv");
    private static final List<Locale> LANGUAGES = List.of(SWEDISH, Locale.ENGLISH);

    private final WebScriptSupport support;

    /** Creates it with what all share. */
    protected JsonWebScript(WebScriptSupport support) {
        this.support = support;
    }

    /**
     * Does what is asked for, as the current user, inside a transaction; may be called again on a collision.
     *
     * @return a {@link Reply}, a {@link Reply.Json}, a {@link Reply.AfterCommit}, or a value to answer as JSON with 200
     */
    protected abstract Object handle(JsonRequest request);

    /** Whether {@link #handle} only reads; then the transaction is read-only. */
    protected boolean isReadOnly() {
        return false;
    }

    /** What all share. */
    protected WebScriptSupport support() {
        return support;
    }

    @Override
    public void execute(WebScriptRequest request, WebScriptResponse response) throws IOException {
        Locale before = I18NUtil.getLocale();
        I18NUtil.setLocale(language(request.getHeader("Accept-Language")));
        try {
            Sent sent = logged(request);
            write(response, sent.reply(), sent.file());
        } finally {
            I18NUtil.setLocale(before);
        }
    }

    /** What goes out: a reply, and where it is a file to save, which file. */
    private record Sent(Reply reply, Optional<Path> file) {

        static Sent of(Reply reply) {
            return new Sent(reply, Optional.empty());
        }
    }

    /** The answer, once the call is taken to the access log; where that cannot be, the refusal. */
    private Sent logged(WebScriptRequest request) throws IOException {
        LookLog.Call call = new LookLog.Call(
                getClass().getSimpleName(),
                isReadOnly(),
                request.getServiceMatch().getTemplateVars());
        try {
            support.looks().begin(call);
            Sent sent = answer(request);
            support.looks().end(call, sent.reply());
            return sent;
        } catch (RuleViolation e) {
            return Sent.of(refused(e));
        } finally {
            support.looks().leave();
        }
    }

    private Sent answer(WebScriptRequest request) throws IOException {
        try {
            JsonRequest json = new JsonRequest(request, readBody(request));
            Object answer = support.inTransaction(() -> handle(json), isReadOnly());
            if (answer instanceof Reply.AfterCommit later) {
                answer = new Reply.Json(later.status(), support.inTransaction(later.value(), true));
            }
            if (answer instanceof Reply.Download download) {
                return new Sent(download.reply(), Optional.of(download.file()));
            }
            return Sent.of(toReply(answer));
        } catch (RuntimeException e) {
            return Sent.of(refused(e));
        }
    }

    /** Reads the body before the transaction starts; scripts that take files read them themselves and answer an empty one. */
    protected JsonNode readBody(WebScriptRequest request) {
        return isReadOnly() ? support.mapper().createObjectNode() : support.read(request.getContent());
    }

    private Reply toReply(Object answer) throws IOException {
        if (answer instanceof Reply reply) {
            return reply;
        }
        Reply.Json json = answer instanceof Reply.Json given ? given : Reply.Json.ok(answer);
        return new Reply(json.status(), "application/json", support.mapper().writeValueAsBytes(json.value()), Map.of());
    }

    private Reply refused(RuntimeException failure) throws IOException {
        Refusal refusal = refusal(failure).orElse(null);
        if (refusal == null) {
            String incident = UUID.randomUUID().toString();
            LOG.error("Request failed, incident {}", incident, new WithoutTexts(failure));
            return error(500, "INS-ERROR", I18NUtil.getMessage("insats.error", I18NUtil.getLocale(), incident), null);
        }
        return error(
                refusal.kind().status(),
                refusal.id(),
                refusal.message(),
                refusal.field().orElse(null));
    }

    private Reply error(int status, String id, String message, String field) throws IOException {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("id", id);
        error.put("message", message);
        if (field != null) {
            error.put("field", field);
        }
        return toReply(new Reply.Json(status, Map.of("error", error)));
    }

    private static Optional<Refusal> refusal(Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof RuleViolation violation && violation.refusal() != null) {
                return Optional.of(violation.refusal());
            }
            if (e instanceof AccessDeniedException) {
                return Optional.of(Refusal.of(Refusal.Kind.FORBIDDEN, "ACCESS"));
            }
            if (e instanceof InvalidNodeRefException) {
                return Optional.of(Refusal.of(Refusal.Kind.NOT_FOUND, "NOT-FOUND"));
            }
            if (e instanceof ConcurrencyFailureException || e instanceof DuplicateChildNodeNameException) {
                return Optional.of(Refusal.of(Refusal.Kind.CONFLICT, "COLLISION"));
            }
            if (e instanceof IntegrityException) {
                return Optional.of(Refusal.rule("MODEL"));
            }
        }
        return Optional.empty();
    }

    private static void write(WebScriptResponse response, Reply reply, Optional<Path> file) throws IOException {
        response.setStatus(reply.status());
        response.setContentType(reply.contentType());
        if (reply.contentType().equals("application/json")) {
            response.setContentEncoding("UTF-8");
        }
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        reply.headers().forEach(response::setHeader);
        if (file.isEmpty()) {
            response.setHeader("Content-Length", String.valueOf(reply.body().length));
            response.getOutputStream().write(reply.body());
            return;
        }
        try {
            response.setHeader("Content-Length", String.valueOf(Files.size(file.get())));
            Files.copy(file.get(), response.getOutputStream());
        } finally {
            Files.deleteIfExists(file.get());
        }
    }

    private static Locale language(String accepted) {
        if (accepted == null || accepted.isBlank()) {
            return SWEDISH;
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(accepted), LANGUAGES);
            return found == null ? SWEDISH : found;
        } catch (IllegalArgumentException e) {
            return SWEDISH;
        }
    }

    /** The same stack trace with the classes of the exceptions and without their texts, which may be personal. */
    private static final class WithoutTexts extends RuntimeException {

        private static final long serialVersionUID = 1L;

        WithoutTexts(Throwable failure) {
            super(
                    failure.getClass().getName(),
                    failure.getCause() == null || failure.getCause() == failure
                            ? null
                            : new WithoutTexts(failure.getCause()));
            setStackTrace(failure.getStackTrace());
        }
    }
}
