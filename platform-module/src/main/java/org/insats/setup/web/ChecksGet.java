package org.insats.setup.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import org.alfresco.service.cmr.security.AuthorityService;
import org.insats.platform.Refusal;
import org.insats.platform.SettingCheck;
import org.insats.platform.SettingCheck.Finding;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;
import org.insats.setup.Units;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.extensions.surf.util.I18NUtil;

/** {@code GET admin/checks}: what every room says of its settings, the weightiest first, and the units; for administrators. */
public final class ChecksGet extends JsonWebScript {

    private final AuthorityService authorities;
    private final Units units;
    private final ListableBeanFactory beans;

    /** Asks every {@link SettingCheck} of {@code beans}. */
    public ChecksGet(WebScriptSupport support, AuthorityService authorities, Units units, ListableBeanFactory beans) {
        super(support);
        this.authorities = authorities;
        this.units = units;
        this.beans = beans;
    }

    @Override
    protected boolean isReadOnly() {
        return true;
    }

    @Override
    protected Object handle(JsonRequest request) {
        if (!authorities.hasAdminAuthority()) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "ADMIN").violation();
        }
        ObjectNode answer = support().mapper().createObjectNode();
        ArrayNode items = answer.putArray("items");
        beans.getBeansOfType(SettingCheck.class, false, false).values().stream()
                .flatMap(check -> check.findings().stream())
                .sorted(Comparator.comparing(Finding::level).reversed().thenComparing(Finding::id))
                .forEach(finding -> items.addObject()
                        .put("id", finding.id())
                        .put("level", finding.level().name())
                        .put("text", text(finding)));
        ArrayNode groups = answer.putArray("units");
        units.all().forEach((unit, roles) -> {
            ObjectNode numbers = groups.addObject().put("unit", unit).putObject("roles");
            roles.forEach((role, number) -> numbers.put(role.name(), number));
        });
        return answer;
    }

    private static String text(Finding finding) {
        String key = "insats.check." + finding.id();
        String text = I18NUtil.getMessage(
                key, I18NUtil.getLocale(), finding.arguments().toArray());
        return text == null ? key : text;
    }
}
