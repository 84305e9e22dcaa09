package org.zongwu.launch.lan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalAuthorityTests {
    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final LanAddresses HERE = new LanAddresses(List.of("192.168.1.20"), List.of("localhost", "office", "office.local"));

    @TempDir
    Path secrets;

    @Test
    void the_certificate_names_every_address_and_is_vouched_for_by_the_authority() throws Exception {
        var authority = new LocalAuthority(secrets);
        assertThat(authority.renew(HERE, NOW)).isTrue();
        var server = server(authority);
        assertThat(server.getSubjectAlternativeNames()).extracting(name -> (Object) name.get(1))
                .contains("192.168.1.20", "127.0.0.1", "localhost", "office", "office.local");
        validate(server, authority.certificate(), NOW);
    }

    @Test
    void it_is_kept_while_it_is_good() throws Exception {
        var authority = new LocalAuthority(secrets);
        authority.renew(HERE, NOW);
        var first = server(authority);
        assertThat(new LocalAuthority(secrets).renew(HERE, NOW.plus(Duration.ofDays(100)))).isFalse();
        assertThat(server(authority)).isEqualTo(first);
    }

    @Test
    void another_address_gets_another_certificate_from_the_same_authority() throws Exception {
        var authority = new LocalAuthority(secrets);
        authority.renew(HERE, NOW);
        var trusted = authority.certificate();
        assertThat(authority.renew(new LanAddresses(List.of("10.3.0.7"), HERE.names()), NOW)).isTrue();
        assertThat(authority.certificate()).isEqualTo(trusted);
        validate(server(authority), trusted, NOW);
    }

    @Test
    void it_is_renewed_a_month_before_it_ends() {
        var authority = new LocalAuthority(secrets);
        authority.renew(HERE, NOW);
        assertThat(authority.renew(HERE, NOW.plus(Duration.ofDays(360)))).isFalse();
        assertThat(authority.renew(HERE, NOW.plus(Duration.ofDays(370)))).isTrue();
    }

    @Test
    void a_stolen_authority_cannot_vouch_for_a_bank() throws Exception {
        var authority = new LocalAuthority(secrets);
        authority.renew(HERE, NOW);
        authority.renew(new LanAddresses(List.of("192.168.1.20"), List.of("localhost", "bank.example")), NOW);
        var forged = server(authority);
        assertThatThrownBy(() -> validate(forged, authority.certificate(), NOW)).isInstanceOf(CertPathValidatorException.class);
    }

    @Test
    void keys_are_readable_by_the_owner_only() throws Exception {
        new LocalAuthority(secrets).renew(HERE, NOW);
        try (var files = Files.list(secrets)) {
            assertThat(files).hasSize(3).allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file)).allMatch(right -> right.name().startsWith("OWNER")));
        }
    }

    private static X509Certificate server(LocalAuthority authority) throws Exception {
        return authority.server().read().orElseThrow().certificate();
    }

    private static void validate(X509Certificate server, X509Certificate trusted, Instant now) throws Exception {
        // The authority stands in the path too, because Java holds only what is in the path to its name constraints
        var path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(server, trusted));
        var parameters = new PKIXParameters(Set.of(new TrustAnchor(trusted.getSubjectX500Principal(), trusted.getPublicKey(), null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(now));
        CertPathValidator.getInstance("PKIX").validate(path, parameters);
    }
}
