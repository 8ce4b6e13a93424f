package org.insats.deadline.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.insats.deadline.NoticePreferences;
import org.insats.deadline.NoticePreferences.Preference;
import org.insats.platform.Refusal;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;

/** {@code PUT me/notices} with {@code {"mail": false, "language": "sv"}}; what is left out stays. */
public final class NoticesPut extends JsonWebScript {

    private static final List<String> LANGUAGES = List.of("sv", "en");

    private final NoticePreferences preferences;

    /** Writes {@code preferences}. */
    public NoticesPut(WebScriptSupport support, NoticePreferences preferences) {
        super(support);
        this.preferences = preferences;
    }

    @Override
    protected Object handle(JsonRequest request) {
        String userName = AuthenticationUtil.getFullyAuthenticatedUser();
        Preference before = preferences.of(userName);
        JsonNode mail = request.body().path("mail");
        if (!mail.isMissingNode() && !mail.isBoolean()) {
            throw wrong("mail", "true, false");
        }
        String language = request.body().path("language").asText(before.language());
        if (!LANGUAGES.contains(language)) {
            throw wrong("language", String.join(", ", LANGUAGES));
        }
        Preference wanted = new Preference(mail.asBoolean(before.mail()), language);
        preferences.set(userName, wanted);
        return wanted;
    }

    private static RuntimeException wrong(String field, String allowed) {
        return Refusal.of(Refusal.Kind.MALFORMED, "PARAMETER", field, allowed)
                .onField(field)
                .violation();
    }
}
