/** One database for two engines: connections, the one writer, transactions. */
@NullMarked
package vn.sothon.server.platform.db;

import org.jspecify.annotations.NullMarked;
