package vn.sothon.server.platform.db;

import java.util.List;
import vn.sothon.model.sync.Push.Receipt;

/**
 * What a piece of work gave, once it is durable.
 *
 * @param receipts where each log touched by the commit stood
 */
public record Written<T>(T value, List<Receipt> receipts) {}
