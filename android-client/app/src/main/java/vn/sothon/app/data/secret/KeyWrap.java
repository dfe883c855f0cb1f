package vn.sothon.app.data.secret;

import java.security.GeneralSecurityException;

/** A key that never leaves its keeper and locks up another one; it asks nobody to unlock the screen. */
public interface KeyWrap {
    byte[] wrap(byte[] key) throws GeneralSecurityException;

    byte[] unwrap(byte[] wrapped) throws GeneralSecurityException;
}
