package vn.sothon.server.sync.attachments;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.platform.files.FileArrived;

/** Remembers which files it was told of. */
@Singleton
public class HeardArrivals implements FileArrived {
    final List<String> heard = new CopyOnWriteArrayList<>();

    @Override
    public void arrived(Tx tx, Arrived file) {
        heard.add(file.sha256() + " " + file.bytes() + " " + file.mediaType());
    }
}
