/** What phone and server share: the words, the wire, the one codec and the pure rules. */
@NullMarked
package vn.sothon.model;

import org.jspecify.annotations.NullMarked;
