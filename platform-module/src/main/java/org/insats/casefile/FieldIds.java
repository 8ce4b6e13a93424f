package org.insats.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;
import org.alfresco.service.namespace.QName;

/** Identifiers of fields in the requirements ({@code DOC-ORD-07}), by kind of document and name of the field. */
public final class FieldIds {

    private static final String PLACE = "/alfresco/module/insats-platform/document-fields.properties";

    private final Properties ids = new Properties();

    /** Reads them from the class path. */
    public FieldIds() {
        try (InputStream in = FieldIds.class.getResourceAsStream(PLACE)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + PLACE);
            }
            ids.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + PLACE, e);
        }
    }

    /** The identifier of a field of a kind; empty for a field that the requirements do not number. */
    public Optional<String> of(DocumentKind kind, QName field) {
        String name = '.' + field.getLocalName();
        return Optional.ofNullable(ids.getProperty(kind.id() + name))
                .or(() -> Optional.ofNullable(ids.getProperty('*' + name)));
    }
}
