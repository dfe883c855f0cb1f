/** What a phone does, without Android. */
@NullMarked
package vn.sothon.client;

import org.jspecify.annotations.NullMarked;
