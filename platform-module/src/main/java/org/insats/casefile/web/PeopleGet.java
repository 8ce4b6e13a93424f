package org.insats.casefile.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.insats.casefile.Role;
import org.insats.casefile.Staff;
import org.insats.platform.Refusal;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;

/** {@code GET people?role=&unit=}: Who has a role in a unit, for those who work in some unit themselves. */
public final class PeopleGet extends JsonWebScript {

    private final Staff staff;

    /** Creates it. */
    public PeopleGet(WebScriptSupport support, Staff staff) {
        super(support);
        this.staff = staff;
    }

    @Override
    protected boolean isReadOnly() {
        return true;
    }

    @Override
    protected Object handle(JsonRequest request) {
        if (!staff.isCurrentUser()) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "STAFF").violation();
        }
        Role role = request.parameter("role")
                .flatMap(CaseJson::role)
                .orElseThrow(malformed("role", Arrays.toString(Role.values())));
        Optional<String> stated = request.parameter("unit").filter(unit -> unit.matches("[A-Za-z0-9_-]{1,60}"));
        String unit = stated.orElseThrow(malformed("unit", "A-Z a-z 0-9 - _"));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode items = answer.putArray("items");
        staff.withRole(role, unit)
                .forEach(userName -> items.addObject().put("userName", userName).put("name", staff.nameOf(userName)));
        answer.putNull("next");
        return answer;
    }

    private static Supplier<RuntimeException> malformed(String parameter, String allowed) {
        return () -> Refusal.of(Refusal.Kind.MALFORMED, "PARAMETER", parameter, allowed)
                .onField(parameter)
                .violation();
    }
}
