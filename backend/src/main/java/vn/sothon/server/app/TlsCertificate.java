package vn.sothon.server.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import vn.sothon.model.sync.Seals;
import vn.sothon.server.platform.files.OwnerOnly;

/**
 * The certificate a server without a domain makes for itself, once, in {@code tls.p12}. Phones know it by its SHA-256
 * from the enrolment code's QR.
 */
record TlsCertificate(Path store, String sha256) {
    private static final String NAME = "tls.p12";
    private static final String ALIAS = "sothon";
    // PKCS #12 wants a password; what guards the key is that only the folder's owner reads the file.
    private static final String PASSWORD = "sothon";
    private static final Duration VALID = Duration.ofDays(20 * 365L);

    static TlsCertificate in(Path folder, String host) throws IOException {
        Path store = folder.resolve(NAME).toAbsolutePath();
        try {
            if (Files.notExists(store)) {
                make(store, host);
            }
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(store)) {
                keys.load(in, PASSWORD.toCharArray());
            }
            Certificate certificate = keys.getCertificate(ALIAS);
            if (certificate == null) {
                throw new IOException(store + " holds no certificate called " + ALIAS);
            }
            return new TlsCertificate(store, Seals.sha256(certificate.getEncoded()));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IOException("cannot make or read " + store, e);
        }
    }

    Map<String, Object> properties(int port) {
        return Map.of(
                "micronaut.server.ssl.enabled",
                true,
                "micronaut.server.ssl.port",
                port == 0 ? -1 : port,
                "micronaut.server.ssl.key-store.path",
                store.toUri().toString(),
                "micronaut.server.ssl.key-store.type",
                "PKCS12",
                "micronaut.server.ssl.key-store.password",
                PASSWORD);
    }

    private static void make(Path store, String host)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        Instant now = Instant.now();
        X500Name name = new X500Name("CN=sothon");
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(128, new SecureRandom()),
                // A phone's clock may be a day behind.
                Date.from(now.minus(Duration.ofDays(2))),
                Date.from(now.plus(VALID)),
                name,
                pair.getPublic());
        builder.addExtension(Extension.subjectAlternativeName, false, names(host));
        X509Certificate certificate = new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry(ALIAS, pair.getPrivate(), PASSWORD.toCharArray(), new Certificate[] {certificate});
        Path half = store.resolveSibling(NAME + ".new");
        Files.deleteIfExists(half);
        OwnerOnly.create(half);
        try (OutputStream out = Files.newOutputStream(half)) {
            keys.store(out, PASSWORD.toCharArray());
        }
        Files.move(half, store, StandardCopyOption.ATOMIC_MOVE);
    }

    private static GeneralNames names(String host) {
        TreeSet<String> addresses = new TreeSet<>(ListeningHost.ofThisMachine());
        addresses.add("127.0.0.1");
        List<GeneralName> names = new ArrayList<>();
        names.add(new GeneralName(GeneralName.dNSName, "localhost"));
        boolean numeric = host.matches("[0-9.]+") || host.contains(":");
        if (numeric) {
            addresses.add(host);
        } else if (!host.equals("localhost")) {
            names.add(new GeneralName(GeneralName.dNSName, host));
        }
        for (String address : addresses) {
            names.add(new GeneralName(GeneralName.iPAddress, address));
        }
        return new GeneralNames(names.toArray(GeneralName[]::new));
    }
}
