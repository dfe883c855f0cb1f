/** Phones: enrolment codes, keys, tokens, revocation. */
@NullMarked
package vn.sothon.server.device;

import org.jspecify.annotations.NullMarked;
