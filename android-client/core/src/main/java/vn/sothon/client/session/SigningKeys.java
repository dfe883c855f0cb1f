package vn.sothon.client.session;

import java.security.KeyPair;

/** The phone's EC P-256 key; on Android its private half never leaves the Keystore. */
public interface SigningKeys {
    /** The pair, made at the first call and the same ever after. */
    KeyPair pair();
}
