/** The web console: pages for the people who keep a commune's books, made on the server. */
@NullMarked
package vn.sothon.server.console;

import org.jspecify.annotations.NullMarked;
