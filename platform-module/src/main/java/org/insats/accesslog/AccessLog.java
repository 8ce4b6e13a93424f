package org.insats.accesslog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.insats.platform.ServicePerson;
import org.insats.platform.web.LookLog;
import org.insats.platform.web.Reply;

/** Makes entries of looks: of calls of our own web scripts, and of what comes by the platform's doors (bean {@code insats.accessLog}). */
final class AccessLog implements LookLog {

    private static final Pattern FILE_NUMBER = Pattern.compile("\\d{4}-\\d{6}|[A-Z]-\\d{6}");
    private static final Pattern NODE_ID = Pattern.compile("[0-9a-fA-F-]{36}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._@-]{1,100}");
    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;
    private static final String REPORTS = "AccessLog";

    private static final ThreadLocal<Boolean> IN_SCRIPT = new ThreadLocal<>();

    private final AccessLogWriter writer;
    private final GrantEnds ends;
    private final Clock clock;
    private final JsonFactory json = new JsonFactory();
    private volatile boolean on = true;

    AccessLog(AccessLogWriter writer, GrantEnds ends, Clock clock) {
        this.writer = writer;
        this.ends = ends;
        this.clock = clock;
    }

    /** Off, nothing is logged: for the benchmark that measures what logging costs, and no setting of an administrator's. */
    void switchTo(boolean logging) {
        on = logging;
    }

    @Override
    public void begin(Call call) {
        if (on) {
            writer.requireWritable();
        }
        looker().ifPresent(ends::enforce);
        IN_SCRIPT.set(Boolean.TRUE);
    }

    @Override
    public void leave() {
        IN_SCRIPT.remove();
    }

    /** Whether the thread is in a web script of ours, which is logged as a whole. */
    boolean isInScript() {
        return IN_SCRIPT.get() != null;
    }

    /** Whether somebody looks: a person who is logged in, and not the repository's or our own work on their behalf. */
    Optional<String> looker() {
        if (!on || AuthenticationUtil.isRunAsUserTheSystemUser()) {
            return Optional.empty();
        }
        return Optional.ofNullable(AuthenticationUtil.getFullyAuthenticatedUser())
                .filter(user ->
                        !user.equals(AuthenticationUtil.getSystemUserName()) && !user.equals(ServicePerson.USER_NAME));
    }

    /** A look of the current person, now, from where their request comes. */
    Look look(String user, LookKind kind, String what) {
        return Look.of(now(), user, kind, what).from(ClientAddress.current());
    }

    Instant now() {
        return Instant.ofEpochMilli(clock.instant().toEpochMilli());
    }

    /** Takes away what somebody may read no longer, before they read. */
    void enforceEnds(String user) {
        ends.enforce(user);
    }

    /** Refuses where looks cannot be logged. */
    void requireWritable() {
        writer.requireWritable();
    }

    /** Takes a look to be logged. */
    void add(Look look) {
        writer.append(look);
    }

    @Override
    public void end(Call call, Reply reply) {
        Optional<String> user = looker();
        if (user.isEmpty()) {
            return;
        }
        Answer answer = read(reply);
        LookKind kind = kind(call, reply);
        Look look = look(user.get(), kind, what(call)).with(outcome(reply));
        String id = call.path().getOrDefault("id", "");
        if (NODE_ID.matcher(id).matches()) {
            look = look.atNode(id, answer.version());
        }
        String number = call.path().getOrDefault("caseNumber", "");
        if (FILE_NUMBER.matcher(number).matches()) {
            answer.files().add(number);
        }
        boolean list = answer.isList() && kind == LookKind.READ && look.node().isEmpty() && number.isEmpty();
        if (kind == LookKind.REPORT) {
            // Of what is in the log nothing is looked at but the log.
            add(look.atCase(FILE_NUMBER.matcher(number).matches() ? number : ""));
            return;
        }
        if (answer.files().isEmpty()) {
            add(look);
        }
        for (String file : answer.files()) {
            Look atCase = look.atCase(file);
            add(list ? listed(atCase) : atCase);
        }
    }

    private static Look listed(Look look) {
        return new Look(
                look.at(),
                look.user(),
                LookKind.LIST,
                look.what(),
                look.caseNumber(),
                "",
                "",
                "",
                "",
                look.address(),
                look.outcome(),
                look.grant());
    }

    private static LookKind kind(Call call, Reply reply) {
        if (call.script().startsWith(REPORTS)) {
            return LookKind.REPORT;
        }
        if (!reply.contentType().equals("application/json")) {
            return LookKind.EXPORT;
        }
        return call.readOnly() ? LookKind.READ : LookKind.ACT;
    }

    private static Look.Outcome outcome(Reply reply) {
        if (reply.status() >= SERVER_ERROR) {
            return Look.Outcome.FAILED;
        }
        return reply.status() >= CLIENT_ERROR ? Look.Outcome.REFUSED : Look.Outcome.ALLOWED;
    }

    /** The script, and what of its path says which act, or of whom a report is. */
    private static String what(Call call) {
        String detail = Optional.ofNullable(call.path().get("action"))
                .or(() -> Optional.ofNullable(call.path().get("userName")))
                .filter(word -> WORD.matcher(word).matches())
                .map(word -> " " + word)
                .orElse("");
        return call.script() + detail;
    }

    /** What of an answer matters: of which files it tells, and which version of a document. */
    private record Answer(Set<String> files, boolean isList, String version) {}

    private Answer read(Reply reply) {
        if (reply.contentType().equals("application/json")) {
            return readJson(reply.body());
        }
        Set<String> files = new LinkedHashSet<>();
        if (reply.contentType().startsWith("text/csv")) {
            String text = new String(reply.body(), StandardCharsets.UTF_8);
            Arrays.stream(text.split("[;\r\n\"]+"))
                    .filter(cell -> FILE_NUMBER.matcher(cell).matches())
                    .forEach(files::add);
        }
        return new Answer(files, false, "");
    }

    private Answer readJson(byte[] body) {
        Set<String> files = new LinkedHashSet<>();
        boolean list = false;
        String version = "";
        int depth = 0;
        try (JsonParser parser = json.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isStructStart()) {
                    depth++;
                } else if (token.isStructEnd()) {
                    depth--;
                } else if (token == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    list |= depth == 1 && name.equals("items");
                } else if (token == JsonToken.VALUE_STRING) {
                    String name = parser.currentName();
                    if ("caseNumber".equals(name) || "contractorNumber".equals(name)) {
                        addNumber(files, parser.getText());
                    } else if (depth == 1 && "version".equals(name)) {
                        version = parser.getText();
                    }
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("An answer of ours is no JSON", e);
        }
        return new Answer(files, list, version.length() <= 20 ? version : "");
    }

    private static void addNumber(Set<String> files, String number) {
        if (FILE_NUMBER.matcher(number).matches()) {
            files.add(number);
        }
    }
}
