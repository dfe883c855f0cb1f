package vn.sothon.client.store;

import java.util.Optional;

/** Single facts a phone keeps beside its records, each sealed like everything else. */
public interface Notes {
    Optional<String> find(String key);

    /** Keeps the value in place of a former one. */
    void put(String key, String value);

    void remove(String key);
}
