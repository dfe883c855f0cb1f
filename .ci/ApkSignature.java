import com.android.apksig.ApkVerifier;
import java.io.File;

/** Verifies an APK as {@code apksigner verify} does, with apksig on the class path. */
final class ApkSignature {
    public static void main(String[] arguments) throws Exception {
        ApkVerifier.Result result =
                new ApkVerifier.Builder(new File(arguments[0])).build().verify();
        System.out.println("verified " + result.isVerified() + ", v2 " + result.isVerifiedUsingV2Scheme() + ", v3 "
                + result.isVerifiedUsingV3Scheme() + " " + result.getAllErrors());
        System.exit(result.isVerified() && result.isVerifiedUsingV2Scheme() && result.isVerifiedUsingV3Scheme() ? 0 : 1);
    }
}
