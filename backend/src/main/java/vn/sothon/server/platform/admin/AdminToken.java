package vn.sothon.server.platform.admin;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** The secret of the admin channel: made at each start, told only to the owner of the data folder. */
@Singleton
public class AdminToken {
    private final String value;

    AdminToken() {
        byte[] bits = new byte[32];
        new SecureRandom().nextBytes(bits);
        value = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    public String value() {
        return value;
    }

    boolean is(String offered) {
        return MessageDigest.isEqual(
                value.getBytes(StandardCharsets.US_ASCII), offered.getBytes(StandardCharsets.UTF_8));
    }
}
