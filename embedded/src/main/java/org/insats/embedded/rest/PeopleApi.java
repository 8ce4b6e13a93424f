package org.insats.embedded.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.security.AuthorityService;
import org.alfresco.service.cmr.security.AuthorityType;
import org.alfresco.service.cmr.security.PersonService;
import org.alfresco.service.namespace.QName;
import org.insats.embedded.access.Accounts;

/** {@code alfresco/versions/1/people} and {@code groups}: as much as setting up users and groups takes. */
public final class PeopleApi implements RestApi {

    private static final String PEOPLE = "/alfresco/versions/1/people";
    private static final String GROUPS = "/alfresco/versions/1/groups";

    private final PersonService personService;
    private final AuthorityService authorityService;
    private final NodeService nodeService;
    private final Accounts accounts;

    PeopleApi(
            PersonService personService,
            AuthorityService authorityService,
            NodeService nodeService,
            Accounts accounts) {
        this.personService = personService;
        this.authorityService = authorityService;
        this.nodeService = nodeService;
        this.accounts = accounts;
    }

    @Override
    public void register(Routes routes) {
        routes.add("POST", PEOPLE, this::create)
                .add("GET", PEOPLE + "/{personId}", this::get)
                .add("POST", GROUPS, this::createGroup)
                .add("POST", GROUPS + "/{groupId}/members", this::addMember);
    }

    private String userName(RestRequest request) {
        String id = request.variable("personId");
        String name = "-me-".equals(id) ? AuthenticationUtil.getFullyAuthenticatedUser() : id;
        if (personService.getPersonOrNull(name) == null) {
            throw RestException.notFound(id);
        }
        return name;
    }

    private RestResult get(RestRequest request) {
        return RestResult.entry(200, person(userName(request)));
    }

    private ObjectNode person(String userName) {
        NodeRef node = personService.getPersonOrNull(userName);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        Map<QName, Serializable> values = AuthenticationUtil.runAsSystem(() -> nodeService.getProperties(node));
        String first = text(values.get(ContentModel.PROP_FIRSTNAME));
        String last = text(values.get(ContentModel.PROP_LASTNAME));
        json.put("id", text(values.get(ContentModel.PROP_USERNAME)));
        json.put("firstName", first);
        if (!last.isEmpty()) {
            json.put("lastName", last);
        }
        json.put("displayName", (first + " " + last).trim());
        if (values.get(ContentModel.PROP_EMAIL) != null) {
            json.put("email", text(values.get(ContentModel.PROP_EMAIL)));
        }
        json.putObject("company");
        json.put("enabled", true).put("emailNotificationsEnabled", true);
        boolean admin = authorityService.getAuthoritiesForUser(userName).contains("GROUP_ALFRESCO_ADMINISTRATORS");
        json.putObject("capabilities")
                .put("isAdmin", admin)
                .put("isGuest", false)
                .put("isMutable", true);
        return json;
    }

    private static String text(Serializable value) {
        return value == null ? "" : value.toString();
    }

    private void requireAdministrator() {
        if (!authorityService.hasAdminAuthority()) {
            throw RestException.denied();
        }
    }

    private RestResult create(RestRequest request) {
        requireAdministrator();
        JsonNode body = request.json();
        String id = required(body, "id");
        String firstName = required(body, "firstName");
        String email = required(body, "email");
        String password = required(body, "password");
        if (personService.personExists(id)) {
            throw RestException.conflict("Person '" + id + "' already exists.");
        }
        Map<QName, Serializable> values = new HashMap<>();
        values.put(ContentModel.PROP_USERNAME, id);
        values.put(ContentModel.PROP_FIRSTNAME, firstName);
        values.put(ContentModel.PROP_LASTNAME, body.path("lastName").asText(""));
        values.put(ContentModel.PROP_EMAIL, email);
        personService.createPerson(values);
        accounts.setPassword(id, password.toCharArray());
        return RestResult.entry(201, person(id));
    }

    private static String required(JsonNode body, String field) {
        String value = body.path(field).asText("");
        if (value.isEmpty()) {
            throw RestException.invalid("Field '" + field + "' is null, but is required.");
        }
        return value;
    }

    private static ObjectNode groupJson(String name) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", name)
                .put("displayName", name.substring("GROUP_".length()))
                .put("isRoot", true);
    }

    private String groupName(RestRequest request) {
        String id = request.variable("groupId");
        String name = id.startsWith("GROUP_") ? id : "GROUP_" + id;
        if (!authorityService.authorityExists(name)) {
            throw RestException.notFound(id);
        }
        return name;
    }

    private RestResult createGroup(RestRequest request) {
        requireAdministrator();
        JsonNode body = request.json();
        String id = required(body, "id");
        String shortName = id.startsWith("GROUP_") ? id.substring("GROUP_".length()) : id;
        if (authorityService.authorityExists("GROUP_" + shortName)) {
            throw RestException.conflict("Group '" + id + "' already exists.");
        }
        String name = authorityService.createAuthority(AuthorityType.GROUP, shortName);
        body.path("parentIds").forEach(each -> authorityService.addAuthority(each.asText(), name));
        return RestResult.entry(201, groupJson(name));
    }

    private static ObjectNode member(String name) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", name)
                .put("displayName", name)
                .put("memberType", name.startsWith("GROUP_") ? "GROUP" : "PERSON");
    }

    private RestResult addMember(RestRequest request) {
        requireAdministrator();
        String member = required(request.json(), "id");
        boolean known = member.startsWith("GROUP_")
                ? authorityService.authorityExists(member)
                : personService.personExists(member);
        if (!known) {
            throw RestException.notFound(member);
        }
        authorityService.addAuthority(groupName(request), member);
        return RestResult.entry(201, member(member));
    }
}
