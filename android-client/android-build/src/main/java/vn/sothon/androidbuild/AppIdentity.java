package vn.sothon.androidbuild;

/** What the system knows an app by. */
record AppIdentity(String id, String versionName, int versionCode, int minSdk, int targetSdk) {}
