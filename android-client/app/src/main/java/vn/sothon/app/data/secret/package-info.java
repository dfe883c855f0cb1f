/** What keeps names, amounts, payloads and photos unreadable in the phone's files. */
@NullMarked
package vn.sothon.app.data.secret;

import org.jspecify.annotations.NullMarked;
