package vn.sothon.client.sync;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One HTTP exchange. Redirects are not followed: a portal that redirects is not our server. */
public interface Transport {
    /**
     * Sends and waits for the whole answer.
     *
     * @throws IOException if no whole answer came; the server may have acted all the same
     */
    Response send(Request request) throws IOException;

    record Request(String method, URI uri, Map<String, String> headers, @Nullable Body body) {
        public Request {
            headers = Map.copyOf(headers);
        }
    }

    /**
     * What came back.
     *
     * @param headers by lower-case name
     */
    record Response(int status, Map<String, String> headers, String body) {
        public Response {
            headers = Map.copyOf(headers);
        }

        public @Nullable String header(String lowerCaseName) {
            return headers.get(lowerCaseName);
        }
    }

    /** Bytes to send, opened anew for each attempt. */
    interface Body {
        long length();

        InputStream open() throws IOException;

        static Body of(byte[] bytes) {
            return new Body() {
                @Override
                public long length() {
                    return bytes.length;
                }

                @Override
                public InputStream open() {
                    return new ByteArrayInputStream(bytes);
                }
            };
        }
    }
}
