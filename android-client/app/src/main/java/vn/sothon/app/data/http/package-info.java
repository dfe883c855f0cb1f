/** The core's transport on OkHttp. */
@NullMarked
package vn.sothon.app.data.http;

import org.jspecify.annotations.NullMarked;
