package org.insats.casefile;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Acts with their forms as the HTTP API describes them, for rooms that show an act elsewhere than on its document. */
public interface ActForms {

    /** An act that the current user may perform: {@code {name, label, weighty, inputs:[…]}}, in the language of the request. */
    ObjectNode form(Document document, DocumentAction action);
}
