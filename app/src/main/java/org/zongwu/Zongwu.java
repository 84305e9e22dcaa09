package org.zongwu;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The product. Started by {@code ./zongwu}. */
@SpringBootApplication
@Modulithic(systemName = "Zongwu", sharedModules = "kernel")
public class Zongwu {
    static void main(String[] args) {
        SpringApplication.run(Zongwu.class, args);
    }
}
