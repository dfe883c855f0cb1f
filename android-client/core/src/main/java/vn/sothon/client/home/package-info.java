/** What each office looks at first, put together from what the phone has: it asks no server and works offline. */
@NullMarked
package vn.sothon.client.home;

import org.jspecify.annotations.NullMarked;
