package org.insats.embedded.rest;

/** A part of the REST API. */
interface RestApi {

    /** Adds the calls it answers. */
    void register(Routes routes);
}
