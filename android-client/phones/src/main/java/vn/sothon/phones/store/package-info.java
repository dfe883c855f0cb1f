/** A headless phone's folder: its SQLite file, its key, its photos. */
@NullMarked
package vn.sothon.phones.store;

import org.jspecify.annotations.NullMarked;
