/** The phone's one SQL database, as a port: Android's SQLite in the app, JDBC in a headless phone. */
@NullMarked
package vn.sothon.client.store;

import org.jspecify.annotations.NullMarked;
