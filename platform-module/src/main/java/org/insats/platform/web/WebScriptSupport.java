package org.insats.platform.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.alfresco.repo.transaction.RetryingTransactionHelper;
import org.insats.platform.Refusal;
import org.springframework.extensions.surf.util.Content;

/** What every JSON web script needs: the mapper, limits and retried transactions. */
public final class WebScriptSupport {

    private static final int DEPTH = 32;

    private final RetryingTransactionHelper transactions;
    private final int maxBytes;
    private final LookLog looks;
    private final ObjectMapper mapper;

    /**
     * Creates it.
     *
     * @param maxBytes largest JSON body, in bytes
     * @param looks told of every call
     */
    public WebScriptSupport(RetryingTransactionHelper transactions, int maxBytes, LookLog looks) {
        this.transactions = transactions;
        this.maxBytes = maxBytes;
        this.looks = looks;
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
                .build();
        factory.setCharacterEscapes(new HtmlSafe());
        mapper = JsonMapper.builder(factory)
                .addModule(new SimpleModule()
                        .addSerializer(LocalDate.class, ToStringSerializer.instance)
                        .addSerializer(Instant.class, ToStringSerializer.instance)
                        .addSerializer(new OptionalSerializer()))
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /** Runs {@code work} in one transaction, again where another's write collided with it. */
    <T> T inTransaction(Supplier<T> work, boolean readOnly) {
        return transactions.doInTransaction(work::get, readOnly, false);
    }

    /**
     * Reads a JSON object.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-SIZE} (413) or {@code INS-JSON} (400)
     */
    JsonNode read(Content content) {
        if (content == null) {
            return mapper.createObjectNode();
        }
        try (InputStream in = content.getInputStream()) {
            byte[] bytes = in == null ? new byte[0] : in.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                throw Refusal.of(Refusal.Kind.TOO_LARGE, "SIZE", maxBytes).violation();
            }
            if (bytes.length == 0) {
                return mapper.createObjectNode();
            }
            JsonNode body = mapper.readTree(bytes);
            if (body == null || !body.isObject()) {
                throw malformed();
            }
            return body;
        } catch (JsonProcessingException e) {
            // The parser's message quotes the text that was sent, which may be personal: it is not passed on.
            throw malformed();
        } catch (IOException e) {
            throw malformed();
        }
    }

    private static RuntimeException malformed() {
        return Refusal.of(Refusal.Kind.MALFORMED, "JSON").violation();
    }

    LookLog looks() {
        return looks;
    }

    /** The mapper, which writes dates as ISO texts and leaves no character that starts a tag. */
    public ObjectMapper mapper() {
        return mapper;
    }

    /** The platform ships Jackson without its modules for Java 8 types; this is all of them that we need. */
    @SuppressWarnings("rawtypes")
    private static final class OptionalSerializer extends StdSerializer<Optional> {

        private static final long serialVersionUID = 1L;

        OptionalSerializer() {
            super(Optional.class);
        }

        @Override
        public void serialize(Optional value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            provider.defaultSerializeValue(value.orElse(null), generator);
        }
    }

    private static final class HtmlSafe extends CharacterEscapes {

        private static final long serialVersionUID = 1L;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = CharacterEscapes.standardAsciiEscapesForJSON();
            codes['<'] = CharacterEscapes.ESCAPE_STANDARD;
            codes['>'] = CharacterEscapes.ESCAPE_STANDARD;
            codes['&'] = CharacterEscapes.ESCAPE_STANDARD;
            return codes;
        }

        @Override
        public SerializableString getEscapeSequence(int character) {
            return new SerializedString(String.format("\\u%04x", character));
        }
    }
}
