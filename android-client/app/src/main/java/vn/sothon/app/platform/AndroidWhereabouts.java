package vn.sothon.app.platform;

import android.Manifest;
import android.content.Context;
import android.content.pm.PackageManager;
import android.location.Location;
import android.location.LocationListener;
import android.location.LocationManager;
import android.os.Bundle;
import android.os.Handler;
import android.os.Looper;
import android.os.SystemClock;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.record.Position;

/** The phone's own location service; no Google service is needed. */
public final class AndroidWhereabouts implements Whereabouts {
    private static final long PATIENCE_MS = 30_000;
    private static final long FRESH_NANOS = 120_000_000_000L;
    private static final float GOOD_METRES = 30;
    /** Six decimals are a hand's breadth. */
    private static final int DECIMALS = 6;

    private final Context context;
    private final Handler main = new Handler(Looper.getMainLooper());

    public AndroidWhereabouts(Context context) {
        this.context = context;
    }

    @Override
    public void ask(Listener listener) {
        boolean allowed = context.checkSelfPermission(Manifest.permission.ACCESS_FINE_LOCATION)
                        == PackageManager.PERMISSION_GRANTED
                || context.checkSelfPermission(Manifest.permission.ACCESS_COARSE_LOCATION)
                        == PackageManager.PERMISSION_GRANTED;
        if (!allowed) {
            main.post(() -> listener.found(null));
            return;
        }
        new Search(Objects.requireNonNull(context.getSystemService(LocationManager.class)), main, listener).begin();
    }

    static Position position(Location location) {
        return new Position(
                decimal(location.getLatitude()),
                decimal(location.getLongitude()),
                location.hasAccuracy() ? (int) Math.ceil(location.getAccuracy()) : Integer.MAX_VALUE);
    }

    private static BigDecimal decimal(double degrees) {
        return BigDecimal.valueOf(degrees).setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    /** Listens to every provider until one is good or patience ends, then gives the best heard. */
    private static final class Search implements LocationListener {
        private final LocationManager locations;
        private final Handler main;
        private final Listener listener;
        private @Nullable Location best;
        private boolean over;

        Search(LocationManager locations, Handler main, Listener listener) {
            this.locations = locations;
            this.main = main;
            this.listener = listener;
        }

        void begin() {
            try {
                for (String provider : locations.getProviders(true)) {
                    Location known = locations.getLastKnownLocation(provider);
                    if (known != null
                            && SystemClock.elapsedRealtimeNanos() - known.getElapsedRealtimeNanos() < FRESH_NANOS) {
                        onLocationChanged(known);
                    }
                    if (!over) {
                        locations.requestLocationUpdates(provider, 0, 0, this, Looper.getMainLooper());
                    }
                }
            } catch (SecurityException e) {
                end(); // the permission was taken back in between
                return;
            }
            main.postDelayed(this::end, PATIENCE_MS);
        }

        @Override
        public void onLocationChanged(Location location) {
            Location known = best;
            if (known == null || location.getAccuracy() <= known.getAccuracy()) {
                best = location;
            }
            if (location.hasAccuracy() && location.getAccuracy() <= GOOD_METRES) {
                end();
            }
        }

        // Android 8 to 10 know no defaults for these three.

        @Override
        @SuppressWarnings("deprecation")
        public void onStatusChanged(String provider, int status, Bundle extras) {}

        @Override
        public void onProviderEnabled(String provider) {}

        @Override
        public void onProviderDisabled(String provider) {}

        private void end() {
            if (!over) {
                over = true;
                locations.removeUpdates(this);
                Location found = best;
                main.post(() -> listener.found(found == null ? null : position(found)));
            }
        }
    }
}
