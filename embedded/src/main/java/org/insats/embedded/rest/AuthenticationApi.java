package org.insats.embedded.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.insats.embedded.access.Authenticator;
import org.insats.embedded.access.Tickets;

/** {@code authentication/versions/1/tickets}: log in and out. */
public final class AuthenticationApi implements RestApi {

    private static final String TICKETS = "/authentication/versions/1/tickets";

    private final Authenticator authenticator;
    private final Tickets tickets;

    /** Checks passwords and keeps tickets. */
    public AuthenticationApi(Authenticator authenticator, Tickets tickets) {
        this.authenticator = authenticator;
        this.tickets = tickets;
    }

    @Override
    public void register(Routes routes) {
        routes.add("POST", TICKETS, this::create, true)
                .add("GET", TICKETS + "/-me-", this::current)
                .add("DELETE", TICKETS + "/-me-", this::delete);
    }

    private RestResult create(RestRequest request) {
        JsonNode body = request.json();
        String user = body.path("userId").asText("");
        String password = body.path("password").asText("");
        if (user.isEmpty() || password.isEmpty()) {
            throw RestException.invalid("Invalid login details.");
        }
        String name = authenticator
                .byPassword(user, password.toCharArray())
                .orElseThrow(() -> RestException.denied("Login failed"));
        return RestResult.entry(
                201,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("id", tickets.issue(name))
                        .put("userId", name));
    }

    private RestResult current(RestRequest request) {
        return RestResult.entry(200, JsonNodeFactory.instance.objectNode().put("id", ticket(request)));
    }

    private RestResult delete(RestRequest request) {
        tickets.revoke(ticket(request));
        return RestResult.noContent();
    }

    private static String ticket(RestRequest request) {
        String ticket = request.login().ticket();
        if (ticket == null) {
            throw RestException.invalid("Ticket base authentication required.");
        }
        return ticket;
    }
}
