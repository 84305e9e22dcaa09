package org.zongwu.launch.lan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The certificate authority of this one instance. It may vouch for addresses of private networks and for this machine's
 * own only, so that a phone that trusts it trusts it for nothing else, even if the key were stolen.
 */
final class LocalAuthority {
    private static final Duration AUTHORITY_LIFE = Duration.ofDays(3650);
    private static final Duration SERVER_LIFE = Duration.ofDays(397); // the longest that phones accept
    private static final Duration RENEWAL = Duration.ofDays(30);
    private static final List<String> PRIVATE = List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "127.0.0.0/8");

    private final KeyFile authority;
    private final KeyFile server;

    LocalAuthority(Path secrets) {
        authority = KeyFile.in(secrets, "lan-authority.p12");
        server = KeyFile.in(secrets, "lan-server.p12");
    }

    KeyFile server() {
        return server;
    }

    X509Certificate certificate() {
        try {
            return authority.read().orElseThrow().certificate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes what is missing, renews what ends soon or does not name every address. Answers whether the server's changed. */
    boolean renew(LanAddresses addresses, Instant now) {
        try {
            var made = authority.read().isEmpty();
            if (made) makeAuthority(addresses, now);
            var present = server.read();
            if (!made && present.isPresent() && isGood(present.get().certificate(), addresses, now)) return false;
            makeServer(addresses, now);
            return true;
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isGood(X509Certificate certificate, LanAddresses addresses, Instant now) throws GeneralSecurityException {
        var named = new HashSet<Object>();
        for (var name : certificate.getSubjectAlternativeNames()) named.add(name.get(1));
        return named.containsAll(addresses.addresses()) && named.containsAll(addresses.names())
                && certificate.getNotAfter().toInstant().isAfter(now.plus(RENEWAL));
    }

    private void makeAuthority(LanAddresses addresses, Instant now) throws GeneralSecurityException, OperatorCreationException, IOException {
        var keys = keys();
        var name = new X500Name("CN=Zongwu " + addresses.names().getLast() + " " + now.toString().substring(0, 10));
        var builder = new JcaX509v3CertificateBuilder(name, serial(), Date.from(now.minusSeconds(60)), Date.from(now.plus(AUTHORITY_LIFE)), name, keys.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        builder.addExtension(Extension.subjectKeyIdentifier, false, new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
        builder.addExtension(Extension.nameConstraints, true, new NameConstraints(permitted(addresses), null));
        authority.write(keys.getPrivate(), sign(builder, keys));
    }

    /** Private networks, this machine's names, and the networks of the public addresses it has today. */
    private static GeneralSubtree[] permitted(LanAddresses addresses) {
        var permitted = new ArrayList<GeneralSubtree>();
        Stream.concat(PRIVATE.stream(), addresses.addresses().stream().filter(a -> !isPrivate(a)).map(a -> a.substring(0, a.lastIndexOf('.')) + ".0/24")).distinct()
                .forEach(network -> permitted.add(new GeneralSubtree(new GeneralName(GeneralName.iPAddress, network))));
        permitted.add(new GeneralSubtree(new GeneralName(GeneralName.iPAddress, "::1/128")));
        for (var name : addresses.names()) permitted.add(new GeneralSubtree(new GeneralName(GeneralName.dNSName, name)));
        return permitted.toArray(GeneralSubtree[]::new);
    }

    private static boolean isPrivate(String address) {
        try {
            return InetAddress.getByName(address).isSiteLocalAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private void makeServer(LanAddresses addresses, Instant now) throws GeneralSecurityException, OperatorCreationException, IOException {
        var issuer = authority.read().orElseThrow();
        var keys = keys();
        var builder = new JcaX509v3CertificateBuilder(issuer.certificate(), serial(), Date.from(now.minusSeconds(60)), Date.from(now.plus(SERVER_LIFE)),
                new X500Name("CN=Zongwu"), keys.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        builder.addExtension(Extension.authorityKeyIdentifier, false, new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(issuer.certificate()));
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names(addresses)));
        server.write(keys.getPrivate(), sign(builder, new KeyPair(issuer.certificate().getPublicKey(), issuer.key())), issuer.certificate());
    }

    private static GeneralName[] names(LanAddresses addresses) {
        Set<String> ips = new HashSet<>(addresses.addresses());
        ips.addAll(List.of("127.0.0.1", "::1"));
        return Stream.concat(ips.stream().sorted().map(ip -> new GeneralName(GeneralName.iPAddress, ip)),
                addresses.names().stream().map(name -> new GeneralName(GeneralName.dNSName, name))).toArray(GeneralName[]::new);
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, KeyPair issuer) throws GeneralSecurityException, OperatorCreationException, CertIOException {
        return new JcaX509CertificateConverter().getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuer.getPrivate())));
    }

    private static KeyPair keys() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static BigInteger serial() {
        return new BigInteger(127, new SecureRandom()).setBit(126);
    }
}
