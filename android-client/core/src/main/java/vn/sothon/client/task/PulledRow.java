package vn.sothon.client.task;

/** A row of the feed as the server gave it; {@code data} is its JSON text. */
public record PulledRow(String type, String id, long version, String data) {}
