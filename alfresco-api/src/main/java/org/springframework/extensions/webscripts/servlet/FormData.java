package org.springframework.extensions.webscripts.servlet;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.extensions.webscripts.WebScriptException;

/** The fields of a multipart/form-data request; got by {@code WebScriptRequest.parseContent()}. */
public class FormData implements Serializable {

    private static final long serialVersionUID = 1832644544828452385L;

    private final transient HttpServletRequest request;
    private transient FormField[] fields;

    /** The form of a request, read when first asked for. */
    public FormData(HttpServletRequest req) {
        this.request = req;
    }

    /** Whether the form has the field. */
    public boolean hasField(String name) {
        return Arrays.stream(getFields()).anyMatch(field -> field.getName().equals(name));
    }

    /** All fields. */
    public FormField[] getFields() {
        if (fields == null) {
            fields = read();
        }
        return fields.clone();
    }

    private FormField[] read() {
        try {
            List<FormField> found = new ArrayList<>();
            for (Part part : request.getParts()) {
                found.add(new FormField(part));
            }
            return found.toArray(FormField[]::new);
        } catch (IOException | ServletException e) {
            throw new WebScriptException(500, "The form cannot be read", e);
        }
    }

    /** A field of a form. */
    public class FormField implements Serializable {

        private static final long serialVersionUID = -6061565518843862346L;

        private final transient Part part;

        FormField(Part part) {
            this.part = part;
        }

        /** The field's name. */
        public String getName() {
            return part.getName();
        }

        /** Whether it is a file. */
        public boolean getIsFile() {
            return part.getSubmittedFileName() != null;
        }

        /** The value, of a file its name. */
        public String getValue() {
            if (getIsFile()) {
                return part.getSubmittedFileName();
            }
            try (InputStream in = part.getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The bytes of the file. */
        public InputStream getInputStream() {
            try {
                return part.getInputStream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The media type as the sender named it. */
        public String getMimetype() {
            return part.getContentType();
        }

        /** The file's name without folders, as the sender named it. */
        public String getFilename() {
            String name = part.getSubmittedFileName().replace('\\', '/');
            return name.substring(name.lastIndexOf('/') + 1);
        }
    }
}
