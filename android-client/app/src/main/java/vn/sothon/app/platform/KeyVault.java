package vn.sothon.app.platform;

import vn.sothon.app.data.secret.KeyWrap;
import vn.sothon.client.session.SigningKeys;

/** Where keys live that nobody may copy. Each profile has its own. */
public interface KeyVault {
    /** The key a profile signs records with. */
    SigningKeys signing(String profile);

    /** The key that wraps a profile's data key. */
    KeyWrap wrapping(String profile);

    /** Destroys both. */
    void forget(String profile);
}
