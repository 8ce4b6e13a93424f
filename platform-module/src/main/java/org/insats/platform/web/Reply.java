package org.insats.platform.web;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * What a web script answers.
 *
 * @param status HTTP status
 * @param contentType media type
 * @param body bytes of the answer
 * @param headers further headers
 */
public record Reply(int status, String contentType, byte[] body, Map<String, String> headers) {

    /** An answer whose body is made JSON by the base class. */
    public record Json(int status, Object value) {

        /** 200 with {@code value}. */
        public static Json ok(Object value) {
            return new Json(200, value);
        }

        /** 201 with {@code value}. */
        public static Json created(Object value) {
            return new Json(201, value);
        }
    }

    /**
     * An answer that is read once what the script did is committed, in a transaction of its own: the platform cuts versions
     * at commit, so whatever shows a version number must wait for it.
     *
     * @param status HTTP status
     * @param value reads the answer
     */
    public record AfterCommit(int status, Supplier<Object> value) {

        /** 200 with what {@code value} reads. */
        public static AfterCommit ok(Supplier<Object> value) {
            return new AfterCommit(200, value);
        }

        /** 201 with what {@code value} reads. */
        public static AfterCommit created(Supplier<Object> value) {
            return new AfterCommit(201, value);
        }
    }

    /**
     * A file to save, of any size: it is sent from disk, and deleted once it has been sent.
     *
     * @param file made by the script, for this answer alone
     * @param contentType media type
     * @param fileName impersonal name
     */
    public record Download(Path file, String contentType, String fileName) {

        Reply reply() {
            return new Reply(
                    200,
                    contentType,
                    new byte[0],
                    Map.of(
                            "Content-Disposition",
                            "attachment; filename=\"" + fileName.replaceAll("[^A-Za-z0-9._-]", "_") + '"'));
        }
    }

    /** A PDF shown in the browser; {@code fileName} must be impersonal. */
    public static Reply pdf(String fileName, byte[] bytes) {
        return new Reply(
                200,
                "application/pdf",
                bytes,
                Map.of(
                        "Content-Disposition",
                        "inline; filename=\"" + fileName.replaceAll("[^A-Za-z0-9._-]", "_") + '"'));
    }

    /** A list to save; {@code fileName} must be impersonal. */
    public static Reply csv(String fileName, Csv list) {
        return new Reply(
                200,
                "text/csv;charset=UTF-8",
                list.bytes(),
                Map.of("Content-Disposition", "attachment; filename=\"" + fileName + '"'));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Reply reply
                && status == reply.status
                && contentType.equals(reply.contentType)
                && Arrays.equals(body, reply.body)
                && headers.equals(reply.headers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(status, contentType, Arrays.hashCode(body), headers);
    }

    @Override
    public String toString() {
        return "Reply[" + status + " " + contentType + ", " + body.length + " bytes]";
    }
}
