/** The steps from classes and resources to a signed APK, without Gradle and without an installed SDK. */
@NullMarked
package vn.sothon.androidbuild;

import org.jspecify.annotations.NullMarked;
