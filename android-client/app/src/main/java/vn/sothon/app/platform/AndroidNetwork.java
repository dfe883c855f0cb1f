package vn.sothon.app.platform;

import android.net.ConnectivityManager;

/** The phone's present line. */
public final class AndroidNetwork implements Network {
    private final ConnectivityManager connectivity;

    public AndroidNetwork(ConnectivityManager connectivity) {
        this.connectivity = connectivity;
    }

    @Override
    public boolean isMetered() {
        return connectivity.isActiveNetworkMetered();
    }
}
