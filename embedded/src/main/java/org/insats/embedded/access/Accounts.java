package org.insats.embedded.access;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.sql.DataSource;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.JdbcTemplate;

/** User names and passwords; at first start {@code admin} with the password {@code admin}. A user without a row here, such as the service person, cannot log in. */
public final class Accounts implements InitializingBean {

    private static final int ITERATIONS = 60_000;
    private static final int KEY_BITS = 256;

    private final JdbcTemplate jdbc;
    private final SecureRandom random = new SecureRandom();

    /** @param dataSource the repository's database */
    public Accounts(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    @Override
    public void afterPropertiesSet() {
        jdbc.execute("CREATE TABLE IF NOT EXISTS emb_account (login VARCHAR(255) PRIMARY KEY,"
                + " user_name VARCHAR(255) NOT NULL, salt VARCHAR(64) NOT NULL, secret VARCHAR(128) NOT NULL)");
        if (!exists("admin")) {
            setPassword("admin", "admin".toCharArray());
        }
    }

    /** Whether the user has a password. */
    public boolean exists(String userName) {
        return !rows(userName).isEmpty();
    }

    /** Gives a user a password, or a new one. */
    public void setPassword(String userName, char[] password) {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        jdbc.update("DELETE FROM emb_account WHERE login = ?", login(userName));
        jdbc.update(
                "INSERT INTO emb_account (login, user_name, salt, secret) VALUES (?, ?, ?, ?)",
                login(userName),
                userName,
                encoded(salt),
                encoded(hash(password, salt)));
    }

    /** The user's name as it was given at creation when the password is right; names are compared without case, as in ACS. */
    public Optional<String> check(String userName, char[] password) {
        List<Row> found = rows(userName);
        byte[] salt = found.isEmpty() ? new byte[16] : decoded(found.get(0).salt());
        byte[] given = hash(password, salt);
        boolean right = !found.isEmpty()
                && MessageDigest.isEqual(given, decoded(found.get(0).secret()));
        return right ? Optional.of(found.get(0).userName()) : Optional.empty();
    }

    private record Row(String userName, String salt, String secret) {}

    private List<Row> rows(String userName) {
        return jdbc.query(
                "SELECT user_name, salt, secret FROM emb_account WHERE login = ?",
                (rs, index) -> new Row(rs.getString(1), rs.getString(2), rs.getString(3)),
                login(userName));
    }

    private static String login(String userName) {
        return userName.toLowerCase(Locale.ROOT);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] decoded(String text) {
        return Base64.getDecoder().decode(text);
    }

    private static byte[] hash(char[] password, byte[] salt) {
        PBEKeySpec spec = new PBEKeySpec(Arrays.copyOf(password, password.length), salt, ITERATIONS, KEY_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The platform lacks PBKDF2WithHmacSHA256", e);
        } finally {
            spec.clearPassword();
        }
    }
}
